/** Where a name is joined: what stands left and right of each 和, 及, 、. */
import { spell } from '../../indicators/index.js';
import type { Words } from './words.js';

export interface Split {
  readonly left: string;
  readonly right: string;
  readonly joint: string;
}

const WHOLE: readonly never[] = [];

export function splits(core: string, index: Words['index']): readonly Split[] {
  let found: Split[] | undefined;
  spell(core);
  for (let at = 0; at < core.length; at += 1) {
    const hit = index.here(at);
    if (!hit) continue;
    const end = at + hit.word.length;
    if (hit.value && at > 0 && end < core.length)
      (found ??= []).push({ left: core.slice(0, at), right: core.slice(end), joint: hit.word });
    at = end - 1;
  }
  return found ?? WHOLE;
}
