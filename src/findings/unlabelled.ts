/** Problems under no heading: an opinion that labels only what is to be done (修改建议：). */
import type { TextLine } from '../documents/model.js';
import { kindOf } from './kind.js';
import type { ReadingData } from './reading-data.js';
import { lineHead } from './roles.js';
import type { Section } from './text-sections.js';

/**
 * The sections of a text with those that only wording gives away. Where some section is one of problems, nothing is added:
 * its author says where they stand.
 */
export function withUnlabelled(sections: readonly Section[], data: ReadingData): readonly Section[] {
  if (sections.some(({ role }) => role !== 'suggestion')) return sections;
  return sections.flatMap((section) => {
    const problems = problemLines(section.before, data);
    const first = problems[0];
    return first ? [{ role: 'problem' as const, from: first.start, lines: problems, before: [] }, section] : [section];
  });
}

/** Points of a list are taken together; of running text the lines that state a problem. */
function problemLines(lines: readonly TextLine[], data: ReadingData): TextLine[] {
  const states = ({ text }: TextLine): boolean => kindOf(text, data).kind === 'problem';
  if (!lines.some(states)) return [];
  return lines.filter((line) => lineHead(line.text).marker !== undefined || states(line));
}
