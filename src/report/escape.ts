/** User text in the notations that reports are written in: whatever it holds, it stays text. */

/** For HTML, in elements and in quoted attributes; control characters have no meaning there. */
export function escapeHtml(text: string): string {
  return escapeMarkup(text.replace(/[^\t\n\r\P{Cc}]/gu, '\uFFFD'));
}

function escapeMarkup(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** For XML 1.0, which has no place for most control characters, lone surrogates and two non-characters. */
export function escapeXmlText(text: string): string {
  const legal = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return escapeMarkup(legal).replace(/[\r\n\t]/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** For one line of Markdown, in a table cell too: no markup of the text's own, breaks kept. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r\n?|\n/g, '<br>')
    .replace(/\p{Cc}/gu, ' ');
}

/** For one part of an address, between slashes: a file may be called “50% #1?.xlsx”. */
export function escapeAddress(part: string): string {
  // A lone surrogate has no UTF-8 form, and no file such a name.
  return encodeURIComponent(
    part.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  );
}
