const MARK = '\ufeff';

/** UTF-8 with a byte order mark (`mark`), or with one where the source had one. */
export function encodeText(text: string, like: 'mark' | Uint8Array): Uint8Array {
  const marked = like === 'mark' || (like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf);
  return new TextEncoder().encode(marked ? MARK + text : text);
}
