import type { Severity } from '../../schema/index.js';
import type { Stylesheet } from './stylesheet.js';

/** What a cell of a sheet of ours looks like. */
export interface Look {
  readonly tone?: Severity | undefined;
  readonly link?: boolean;
  readonly quoted?: boolean;
}

const TONE_COLOURS: Readonly<Record<Severity, string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C', info: 'FFDDEBF7' };
const HEADER_COLOUR = 'FFD9E1F2';
// 宋体 is on every office computer in China, on Windows, Kylin and UOS alike; 等线 only where Office 2016 is.
const FONT_NAME = '<name val="宋体"/><family val="3"/><charset val="134"/>';
const BODY_FONT = `<font><sz val="11"/>${FONT_NAME}</font>`;
const LINK_FONT = `<font><u/><sz val="11"/><color rgb="FF0563C1"/>${FONT_NAME}</font>`;
const HEADER_FONT = `<font><b/><sz val="11"/>${FONT_NAME}</font>`;
const GREY = '<color rgb="FFBFBFBF"/>';
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${GREY}</${side}>`).join('')}<diagonal/></border>`;

const SOLID = /patternType="solid"[^<>]*>\s*<(?:\w+:)?fgColor\s([^<>]*)>/;
const BACK = /<(?:\w+:)?bgColor\s([^<>]*)>/;
const NO_COLOUR = 'indexed="64"';

/** The user's own cell format with nothing but the fill changed. */
export function tintedFormat(styles: Stylesheet, base: number, tone: Severity): number {
  // The second colour of a solid fill shows nowhere: it keeps the one that was there, for a copy that is annotated again.
  const before = colourIn(styles.fillOf(base), SOLID);
  return styles.variant(base, { fillId: styles.add('fills', fill(TONE_COLOURS[tone], before)), applyFill: 1 });
}

/** The format that a cell had before it was tinted, but for patterns, which are not kept; undefined where it is not. */
export function untintedFormat(styles: Stylesheet, tinted: number, isFaithful: boolean): number | undefined {
  const fillNow = styles.fillOf(tinted);
  const colour = colourIn(fillNow, SOLID);
  if (!Object.values(TONE_COLOURS).some((tone) => colour === `rgb="${tone}"`)) return undefined;
  // LibreOffice, for one, puts a colour of its own choice in the place of the second.
  const before = (isFaithful ? colourIn(fillNow, BACK) : undefined) ?? NO_COLOUR;
  if (before === NO_COLOUR) return styles.variant(tinted, { fillId: 0 });
  return styles.variant(tinted, { fillId: styles.add('fills', solid(before)) });
}

function colourIn(xml: string, pattern: RegExp): string | undefined {
  return pattern.exec(xml)?.[1]?.replace(/\/$/, '').trim();
}

export function headerFormat(styles: Stylesheet): number {
  const fillId = styles.add('fills', fill(HEADER_COLOUR));
  return format(styles, { font: HEADER_FONT, fillId, alignment: '<alignment vertical="center" wrapText="1"/>' });
}

export function bodyFormat(styles: Stylesheet, { tone, link, quoted }: Look): number {
  const fillId = tone ? styles.add('fills', fill(TONE_COLOURS[tone])) : 0;
  const alignment = '<alignment vertical="top" wrapText="1"/>';
  return format(styles, { font: link ? LINK_FONT : BODY_FONT, fillId, alignment, quoted: quoted === true });
}

function format(
  styles: Stylesheet,
  { font, fillId, alignment, quoted }: { font: string; fillId: number; alignment: string; quoted?: boolean },
): number {
  const attributes = [
    `numFmtId="0" fontId="${styles.add('fonts', font)}" fillId="${fillId}" borderId="${styles.add('borders', BORDER)}"`,
    styles.hasNamedStyles ? ' xfId="0"' : '',
    // Keeps text that begins like a formula text when someone edits the cell.
    quoted ? ' quotePrefix="1"' : '',
    ' applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
  ];
  return styles.add('cellXfs', `<xf ${attributes.join('')}>${alignment}</xf>`);
}

function fill(colour: string, before?: string): string {
  return solid(`rgb="${colour}"`, before);
}

function solid(colour: string, before = NO_COLOUR): string {
  return `<fill><patternFill patternType="solid"><fgColor ${colour}/><bgColor ${before}/></patternFill></fill>`;
}
