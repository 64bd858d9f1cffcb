/** The number format of each cell style of a workbook. */
import { builtInFormat } from '../../cell-text.js';
import { attributesOf, childOf, childrenOf, rootOf } from '../xml.js';

const GENERAL = 'General';
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
  return (formats ? [...childrenOf(xml, formats)] : []).map((format) => {
    const id = attributesOf(xml, format).get('numFmtId') ?? '0';
    return own.get(id) ?? builtInFormat(Number(id));
  });
}
