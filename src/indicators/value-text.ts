/** Values before they are read: width and the variants of signs folded. */
import { foldWidth } from '../text/fold.js';

/** Folds width and the variants of signs; white space becomes one space each run. */
export function foldValue(raw: string): string {
  return foldWidth(raw)
    .replace(/\u2212/g, '-')
    .replace(/[％﹪]/g, '%')
    .replace(/[≧⩾]/g, '≥')
    .replace(/[≦⩽]/g, '≤')
    .replace(/[〈﹤]/g, '<')
    .replace(/[〉﹥]/g, '>')
    .replace(/[（﹙]/g, '(')
    .replace(/[）﹚]/g, ')')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Latin letters alone, so that offsets stay. */
export function lowerLatin(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
