/** A line of Markdown as it is shown: without marks of emphasis, links and pictures; a mark behind a backslash stays. */
export function plainText(line: string): string {
  return line
    .replace(/!\[[^\]]{0,500}\]\([^)]{0,2000}\)/gu, '')
    .replace(/\[([^\]]{1,500})\]\([^)]{0,2000}\)/gu, '$1')
    .replace(/(?<!\\)(\*\*|__|~~)(?=\S)([^*_~]{1,2000})\1/gu, '$2')
    .replace(/(?<![\\*])\*(?=\S)([^*]{1,2000}?)\*(?!\*)/gu, '$1')
    .replace(/`([^`]{1,500})`/gu, '$1')
    .replace(/<\/?(?:b|i|u|em|strong|span|font|sup|sub)\b[^<>]{0,200}>|<!--[^>]{0,500}-->/giu, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/gu, '$1')
    .trim();
}
