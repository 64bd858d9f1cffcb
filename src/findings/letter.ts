/** Letters in which a bureau tells a unit what an evaluation has found: whom they address, about what, and how they close. */
import type { TextLine } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import { rememberFor } from '../text/remember-for.js';
import type { Owner } from './owner.js';
import type { ReadingData } from './reading-data.js';
import { lineHead } from './roles.js';

/** The address stands among so many lines from the top. */
const TOP = 15;

/** The unit that is addressed (县教育局：) and the project that it is said to carry out; nothing of what is no letter. */
export function letterOwner(lines: readonly TextLine[], data: ReadingData): Owner {
  const { you, project } = patterns(data);
  const end = lines.findIndex(({ text }) => lineHead(text).marker !== undefined);
  const opening = (end < 0 ? lines.slice(0, TOP) : lines.slice(0, end)).map(({ text }) => withoutSpaces(text));
  if (!lines.some(({ text }) => you.test(text))) return {};
  const unit = opening
    .slice(0, TOP)
    .find((line) => isAddress(line, data))
    ?.slice(0, -1);
  const named = opening.flatMap((line) => Array.from(line.matchAll(project), ([, name = '']) => name));
  const [first, ...others] = new Set(named);
  // Of several the letter is about none alone.
  const own = first !== undefined && others.length === 0 ? { project: first } : {};
  return { ...own, ...(unit !== undefined && { unit }) };
}

/** 县住房和城乡建设局：, alone on its line; 县教育局、县水务局： addresses several. */
function isAddress(line: string, { institutions }: ReadingData): boolean {
  const name = /^([^，。；：:、“”]{3,30})[：:]$/u.exec(line)?.[1];
  return name !== undefined && institutions.some((ending) => name.length > ending.length && name.endsWith(ending));
}

/** 请你单位于30日内将整改情况书面报送我局: what the writer wants to be told, no measure for the project. */
export function asksForReply(line: string, data: ReadingData): boolean {
  const words = withoutSpaces(line);
  const { opens, reply, about } = patterns(data);
  return opens.test(words) && reply.test(words) && about.test(words);
}

const patterns = rememberFor(({ letter }: ReadingData) => {
  const any = (words: readonly string[]): string => `(?:${words.join('|')})`;
  return {
    you: new RegExp(any(letter.you), 'u'),
    project: new RegExp(`${any(letter.carries)}的[“"《]([^“”"《》]{3,40})[”"》]`, 'gu'),
    opens: new RegExp(`^${any(letter.asks)}`, 'u'),
    reply: new RegExp(`${any(letter.replies)}[^，。；]{0,4}${any(letter.writer)}`, 'u'),
    about: new RegExp(any(letter.about), 'u'),
  };
});
