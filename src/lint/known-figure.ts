/** 近三年平均值, 一年期LPR, 上年同期: a figure that is known elsewhere, and no number of its own. */
const KNOWN = /平均(?:值|数|水平)?$|平均(?:值|数|水平)|均值|lpr|同期/i;

export function namesKnownFigure(text: string): boolean {
  return KNOWN.test(text);
}
