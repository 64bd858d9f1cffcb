/** Base64 without Node: models are read in a browser too. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const left = bytes.length - at;
    parts.push(
      (ALPHABET[bits >> 18] as string) +
        (ALPHABET[(bits >> 12) & 63] as string) +
        (left > 1 ? (ALPHABET[(bits >> 6) & 63] as string) : '=') +
        (left > 2 ? (ALPHABET[bits & 63] as string) : '='),
    );
  }
  return parts.join('');
}

/** Undefined where the text is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const length = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let out = 0;
  for (let at = 0; at < length; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? 255;
    if (value === 255) return undefined;
    bits = (bits << 6) | value;
    // Every four characters are three bytes; the first of them completes none.
    if (at % 4 > 0) bytes[out++] = (bits >> (6 - 2 * (at % 4))) & 255;
  }
  return bytes;
}
