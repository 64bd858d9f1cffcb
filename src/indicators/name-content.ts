import type { Content } from './content.js';
import type { GoalReader } from './goal-text.js';
import { type Named, perName } from './name-reading.js';

const read = perName((): { readonly text: string; readonly content: Content }[] => []);

/** What a piece of a name says. Several ask for the same piece; its words are read once. */
export function pieceContent(named: Named, text: string, goals: GoalReader): Content {
  const known = read(named);
  for (const one of known) if (one.text === text) return one.content;
  const content = goals.content(text);
  known.push({ text, content });
  return content;
}
