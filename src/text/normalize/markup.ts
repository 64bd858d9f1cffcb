/** HTML that evaluation systems leave in cells: tags dropped, entities decoded. */
import type { MappedText, TextEdit, TextRange } from '../mapped-text.js';

/** What a block tag becomes: a break that is certainly meant, unlike the line feeds of PDF text. */
export const PARAGRAPH = '\u2029';

const BLOCK = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'td',
  'th',
  'table',
  'tbody',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const INLINE = new Set([
  'a',
  'b',
  'i',
  'u',
  's',
  'em',
  'strong',
  'span',
  'font',
  'sub',
  'sup',
  'small',
  'big',
  'label',
  'input',
  'img',
  'o:p',
]);
// Neither `<` nor `>` inside, so that every scan ends at the next one and the whole stays linear.
const TAG = /<\/?([a-z][a-z0-9:]{0,9})(?:[\s/][^<>]*)?>/giu;

/** Where the lines of a page of HTML begin and end: between its block tags. Undefined for a text that is none. */
export function markupLines(text: string): readonly TextRange[] | undefined {
  const breaks = [...text.matchAll(TAG)].filter(({ 1: name = '' }) => {
    const tag = name.toLowerCase();
    return tag === 'br' || BLOCK.has(tag);
  });
  const opens = /^\s*<(?:!doctype html|html|head|body|[a-z][a-z0-9]{0,9}[\s>/])/iu.test(text);
  if (!opens || breaks.length < 2) return undefined;
  const lines: TextRange[] = [];
  let start = 0;
  for (const { index, 0: tag } of breaks) {
    lines.push({ start, end: index });
    start = index + tag.length;
  }
  return [...lines, { start, end: text.length }];
}

/** A line of HTML as it is seen, with as many characters: inline tags and entities give way to spaces. */
export function markupAsSeen(line: string): string {
  const untagged = line.replace(TAG, (tag, name: string) =>
    INLINE.has(name.toLowerCase()) ? ' '.repeat(tag.length) : tag,
  );
  return untagged.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) =>
    (decode(decimal, hexadecimal, name) ?? entity).padStart(entity.length),
  );
}

/** Known tags only: “得分<90且a>b” is no markup. */
export function dropTags(text: MappedText): MappedText {
  if (!text.text.includes('<')) return text;
  const edits: TextEdit[] = [];
  for (const match of text.text.matchAll(TAG)) {
    const name = (match[1] ?? '').toLowerCase();
    const replacement = name === 'br' ? '\n' : BLOCK.has(name) ? PARAGRAPH : INLINE.has(name) ? '' : undefined;
    if (replacement === undefined) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: replacement });
  }
  return text.replace(edits);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  le: '≤',
  ge: '≥',
  permil: '‰',
  deg: '°',
  zwnj: '',
  zwj: '',
  shy: '',
}; // prettier-ignore
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu;

export function decodeEntities(text: MappedText): MappedText {
  if (!text.text.includes('&')) return text;
  const edits: TextEdit[] = [];
  for (const match of text.text.matchAll(ENTITY)) {
    const decoded = decode(match[1], match[2], match[3]);
    if (decoded !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, text: decoded });
  }
  return text.replace(edits);
}

function decode(decimal?: string, hexadecimal?: string, name?: string): string | undefined {
  if (name !== undefined) return ENTITIES[name.toLowerCase()];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : undefined;
}
