/** The number format of each cell style of a workbook. */
import { SSF } from '@e965/xlsx';
import { attributesOf, childOf, childrenOf, rootOf } from '../xml.js';

const GENERAL = 'General';
/** Built-in formats of Chinese and Japanese Excel: dates, whatever the table of US ones holds there. */
const EAST_ASIAN: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Number formats by style index; styles without one have none here. */
export function numberFormats(xml: string): string[] {
  const root = rootOf(xml);
  const own = new Map<string, string>();
  const listed = childOf(xml, root, 'numFmts');
  for (const item of listed ? childrenOf(xml, listed) : []) {
    const attributes = attributesOf(xml, item);
    own.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? GENERAL);
  }
  const formats = childOf(xml, root, 'cellXfs');
  const builtIn = SSF.get_table() as Readonly<Record<string, string | undefined>>;
  return (formats ? [...childrenOf(xml, formats)] : []).map((format) => {
    const id = attributesOf(xml, format).get('numFmtId') ?? '0';
    return own.get(id) ?? EAST_ASIAN[Number(id)] ?? builtIn[id] ?? GENERAL;
  });
}
