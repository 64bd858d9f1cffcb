import type { Understood } from '../indicators/index.js';

/** 其中…: a part of a row above. */
export function isPart({ indicator, name }: Understood): boolean {
  return indicator.partOf !== undefined || /^\s*其中/.test(name.raw);
}
