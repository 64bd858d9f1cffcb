/** Characters of symbol fonts that forms use: ticked and empty boxes, ticks, bullets. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'wingdings 6f': '□',
  'wingdings 71': '□',
  'wingdings 72': '□',
  'wingdings a8': '□',
  'wingdings fb': '×',
  'wingdings fc': '√',
  'wingdings fd': '☒',
  'wingdings fe': '☑',
  'wingdings 2 2a': '□',
  'wingdings 2 a3': '□',
  'wingdings 2 4f': '×',
  'wingdings 2 50': '√',
  'wingdings 2 51': '☒',
  'wingdings 2 52': '☑',
  'wingdings 2 53': '☒',
  'wingdings 2 54': '☒',
  'symbol a3': '≤',
  'symbol b3': '≥',
  'symbol b1': '±',
  'symbol b4': '×',
  'symbol b9': '≠',
  'symbol b7': '•',
  'wingdings 6c': '●',
  'wingdings 6e': '■',
  'wingdings 75': '◆',
  'wingdings d8': '➢',
};

/** A character code of a symbol font, in hexadecimal with or without the private-use F0 before it; '' where unknown. */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const byte = (code ?? '').toLowerCase().replace(/^f0/, '');
  return SYMBOLS[`${(font ?? '').toLowerCase()} ${byte}`] ?? '';
}
