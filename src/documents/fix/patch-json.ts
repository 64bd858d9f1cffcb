/** Fixes in .json and .jsonl: the values of the fields concerned change, every other character stays. */
import { applyEdits, type Edit } from '../../text/edits.js';
import { decodeText } from '../decode.js';
import type { SourceDocument } from '../model.js';
import { JsonPlaces } from './json-places.js';
import type { FieldChange, Fix, FixOutcome, RefusalReason } from './model.js';
import { encodeText } from './text-bytes.js';

export function patchJson({ source, format }: SourceDocument, bytes: Uint8Array, fixes: readonly Fix[]): FixOutcome {
  const { text: original, encoding } = decodeText(bytes, source);
  const refused = new Map<Fix, RefusalReason>();
  const starts = format === 'jsonl' ? lineStarts(original) : undefined;
  const places = new JsonPlaces(original);
  const edits = fixes.flatMap((fix) => {
    const own = fix.changes.map((change) => editOf(original, places, change, starts));
    if (own.every((edit) => edit !== undefined)) return own;
    refused.set(fix, 'unclear');
    return [];
  });
  if (edits.length === 0) return { bytes, refused };
  return {
    bytes: encodeText(applyEdits(original, edits), bytes),
    refused,
    ...(encoding !== 'utf-8' && { recoded: encoding.toUpperCase() }),
  };
}

function editOf(
  text: string,
  places: JsonPlaces,
  { location, value }: FieldChange,
  starts: readonly number[] | undefined,
): Edit | undefined {
  const path = (location.pointer ?? '').split('/').slice(1);
  const from = starts && location.line !== undefined ? starts[location.line - 1] : 0;
  const place = path.length === 0 ? undefined : places.at(path, from);
  if (!place) return undefined;
  const wasNumber = /^-?\d/.test(text.slice(place.start, place.end));
  const isNumber = wasNumber && String(Number(value)) === value;
  return { start: place.start, end: place.end, text: place.before + (isNumber ? value : JSON.stringify(value)) };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
