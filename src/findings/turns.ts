/** Where a point goes over from the problem to what is to be done about it. */
import type { FindingKind } from '../schema/index.js';
import { anyOf } from '../text/any-of.js';
import { codesOf, hasWords } from '../text/characters.js';
import type { TextRange } from '../text/mapped-text.js';
import { rememberFor } from '../text/remember-for.js';
import { firstFrom } from '../text/sorted.js';
import { type Reading, sentences } from './headline.js';
import { kindOf } from './kind.js';
import { insideSpans } from './quotations.js';
import type { ReadingData } from './reading-data.js';

/** “…缺少效益指标。建议补充…”: where a point goes over from the problem to what is to be done about it. */
export function turnIn(reading: Reading, point: TextRange): number | undefined {
  const at = turnOf(reading, point);
  if (at === undefined) return undefined;
  const before = reading.text.slice(point.start, at);
  return !hasWords(before) || wording(before, reading.data) === 'suggestion' ? undefined : at;
}

/** Where a sentence, or behind a semicolon or comma a clause, turns to what is to be done. */
function turnOf(reading: Reading, point: TextRange): number | undefined {
  const { text, data, quoted } = reading;
  if (!holdsTurn(text, point, data)) return undefined;
  const sentence = sentences(reading, point).find(({ start }, index) => {
    const words = text.slice(start, start + 12).trimStart();
    return index > 0 && data.turns.some((word) => words.startsWith(word));
  })?.start;
  const until = sentence ?? point.end;
  for (let at = point.start + 1; at < until; at += 1) {
    if (!CLAUSE_END.has(text.charCodeAt(at - 1)) || insideSpans(quoted, at)) continue;
    if (data.clauseTurns.some((word) => text.startsWith(word, at))) return at;
  }
  return sentence;
}

const CLAUSE_END = codesOf('；;，,');

const turnPattern = rememberFor(({ turns, clauseTurns }: ReadingData) => anyOf([...turns, ...clauseTurns]));
/** The places of the text asked last: all points of a text are asked one after the other. */
let places: { readonly text: string; readonly data: ReadingData; readonly at: readonly number[] } | undefined;

/** Does any of the words stand in the range? Most points hold none and need no closer look. */
function holdsTurn(text: string, { start, end }: TextRange, data: ReadingData): boolean {
  if (places?.text !== text || places.data !== data)
    places = { text, data, at: [...text.matchAll(turnPattern(data))].map(({ index }) => index) };
  const first = places.at[firstFrom(places.at, start)];
  return first !== undefined && first < end;
}

export function wording(text: string, data: ReadingData): FindingKind | null {
  const { kind } = kindOf(text, data);
  return kind === 'neither' ? null : kind;
}
