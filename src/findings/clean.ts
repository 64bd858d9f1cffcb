import type { MappedText } from '../text/mapped-text.js';
import { normalize, type NormalizeOptions } from '../text/normalize/normalize.js';
import { beginsWithMarker } from './markers.js';
import type { ReadingData } from './reading-data.js';

/** Normalises a text in which markers begin lines of their own. */
export function clean(
  original: string | MappedText,
  { slips }: Pick<ReadingData, 'slips'>,
  options: Pick<NormalizeOptions, 'wrapped'> = {},
): MappedText {
  return normalize(original, { ...options, slips, beginsItem: beginsWithMarker });
}
