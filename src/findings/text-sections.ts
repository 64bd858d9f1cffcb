/** Reports: sections whose heading announces problems or suggestions. */
import type { TextLine } from '../documents/model.js';
import type { FindingKind } from '../schema/index.js';
import { withoutSpaces } from '../text/characters.js';
import { labelsIn } from './kind-labels.js';
import { asksForReply } from './letter.js';
import { isPartKind, type Marker } from './markers.js';
import { pageNumber } from '../text/page-number.js';
import type { ReadingData } from './reading-data.js';
import { type FindingRole, headerRole, headingRole, lineHead, mayHeadMeasures } from './roles.js';
import { labelledOwner } from './text-owners.js';

export interface Section {
  role: FindingRole;
  /** Of a section of both kinds whose heading names one: that one. */
  base?: FindingKind;
  /** Where its text begins: behind the heading. */
  readonly from: number;
  readonly lines: TextLine[];
  /** Of a section that a label of its own begins inside a chapter (修改建议：): what of the chapter stands before it. */
  readonly before: readonly TextLine[];
}

type Heading = Pick<Marker, 'kind' | 'family' | 'number' | 'label'>;

interface Open {
  readonly section: Section;
  /** How many headings stand above it, itself included when it has a marker. */
  readonly depth: number;
  readonly heading: Heading | undefined;
  /** Of 6 改进建议 and 6.1 改进建议 6; undefined where chapters have no plain numbers. */
  chapter: number | undefined;
}

export function findSections(lines: readonly TextLine[], data: ReadingData): Section[] {
  const finder = new SectionFinder(data);
  for (const line of lines) if (line.text.trim() !== '' && pageNumber(line.text) === undefined) finder.take(line);
  return finder.sections;
}

class SectionFinder {
  readonly sections: Section[] = [];
  readonly #data: ReadingData;
  readonly #stack: Heading[] = [];
  #open: Open | undefined;
  /** The chapters of findings so far. */
  #headed: { readonly role: FindingRole; readonly heading: Heading }[] = [];
  /** The line before the one that is taken. */
  #above = '';
  /** Lines of no section since the last heading of the highest rank. */
  #loose: TextLine[] = [];

  constructor(data: ReadingData) {
    this.#data = data;
  }

  take(line: TextLine): void {
    if (endsAll(line.text, this.#data) || isChapter(line.text, this.#data) || labelledOwner(line.text, this.#data)) {
      dropSignature(this.#open?.section, line.text, this.#data);
      this.#open = undefined;
      this.#loose = [];
    }
    if (labelledOwner(line.text, this.#data)) this.#headed = [];
    this.#closeChapter(line.text);
    const { marker, rest, offset } = lineHead(line.text);
    const isHeader = !marker && isHeaderWord(this.#above, this.#data);
    const found = isHeader ? undefined : headingAt(rest, offset, marker !== undefined, this.#data);
    this.#above = line.text;
    const heads = marker !== undefined && !isPartKind(marker.kind);
    // 三、存在问题 … 三、建议: a number typed twice.
    if (heads && found && this.#open && isOtherChapter(this.#open, marker, found)) this.#open = undefined;
    // 问题一：…建议：… needs no heading above it.
    if (marker?.kind === 'label' && !found && !this.#open) this.#begin(line, { role: 'both', end: 0 });
    else if (heads && !(this.#open && belongsTo(this.#open, this.#stack, marker))) this.#turn(line, marker, found);
    else if (heads && found && found.role !== 'both' && this.#open?.section.role === 'both') {
      // Its sub-headings tell apart what it holds: what stands before them is introduction.
      this.sections.pop();
      this.#turn(line, marker, found);
    } else if (!marker && found && this.#open?.section.role !== 'both' && found.role !== this.#open?.section.role)
      this.#begin(line, found);
    else if (this.#open) this.#open.section.lines.push(line);
    else if (holdsLabel(line.text, 0, undefined, this.#data)) this.#begin(line, { role: 'both', end: 0 });
    else this.#loose.push(line);
    this.#mind(line);
  }

  /** “1.标线质量差。建议：返工。” in a chapter of problems: from here on it tells of both kinds. */
  #mind(line: TextLine): void {
    const section = this.#open?.section;
    if (!section || section.role === 'both' || section.lines.at(-1) !== line) return;
    const from = Math.max(0, section.from - line.start);
    if (!holdsLabel(line.text, from, section.role, this.#data)) return;
    section.base = section.role;
    section.role = 'both';
  }

  /** A heading that ends what was open, and may begin a section itself. */
  #turn(line: TextLine, marker: Marker, found: FoundHeading | undefined): void {
    this.#open = undefined;
    const heading = push(this.#stack, marker);
    const measures = found ?? this.#measuresBehind(line, marker);
    if (measures) this.#begin(line, measures, heading);
    else if (this.#stack.length === 1) this.#loose = [];
    else this.#loose.push(line);
  }

  /** “五、工作要求” is what the unit has to do where a chapter of the same rank before it is one of problems. */
  #measuresBehind(line: TextLine, marker: Marker): FoundHeading | undefined {
    const { rest, offset } = lineHead(line.text);
    if (!mayHeadMeasures(rest, this.#data) || this.#headed.some(({ role }) => role !== 'problem')) return undefined;
    const behind = this.#headed.some(({ heading }) => isSameRank(heading, marker));
    return behind ? { role: 'suggestion', end: offset + rest.length } : undefined;
  }

  #begin(line: TextLine, { role, end }: FoundHeading, heading?: Heading): void {
    const before = heading ? [] : this.#loose;
    this.#loose = [];
    const section: Section = { role, from: line.start + end, lines: [line], before };
    this.sections.push(section);
    if (heading) this.#headed.push({ role, heading });
    const decimal = heading?.kind === 'decimal' ? Number.parseInt(heading.label, 10) : undefined;
    this.#open = { section, depth: this.#stack.length, heading, chapter: plainChapter(line.text) ?? decimal };
  }

  /** “7 附件” behind 6 改进建议: the next chapter, where no list inside counts like that. */
  #closeChapter(line: string): void {
    const number = plainChapter(line);
    const open = this.#open;
    if (!open || number === undefined || open.chapter === undefined) return;
    if (number === open.chapter + 1) this.#open = undefined;
    else open.chapter = undefined;
  }
}

/** Is a marked line part of the open section, or a heading of the same or a higher level that ends it? */
function belongsTo({ depth, heading }: Open, stack: readonly Heading[], marker: Marker): boolean {
  const at = stack.findLastIndex((open) => isSameRank(open, marker));
  if (at < 0) return true;
  // 5.1 存在的问题 … 6.1: another chapter, however small its own number.
  if (heading && at === depth - 1 && chapterOf(marker) !== chapterOf(heading)) return false;
  // A list under an unmarked heading may use the kind of marker that chapters use; it begins with its own 1.
  if (!heading) return marker.number <= (stack[at]?.number ?? 0) || at >= depth;
  return at === depth - 1 ? marker.number <= heading.number : at >= depth;
}

function isOtherChapter({ heading, section }: Open, marker: Marker, { role }: FoundHeading): boolean {
  if (!heading || !isSameRank(heading, marker) || heading.number !== marker.number) return false;
  return section.role !== 'both' && role !== section.role;
}

/** 1.1 and 1.1.1 are of one kind, and of two ranks. */
function isSameRank(open: Heading, { kind, family }: Marker): boolean {
  return open.kind === kind && (kind !== 'decimal' || open.family === family);
}

/** Of 5.1.2 5.1; nothing of other markers. */
function chapterOf({ kind, label }: Heading): string {
  return kind === 'decimal' ? label.replace(/[.．]\d+$/u, '') : '';
}

function push(stack: Heading[], marker: Marker): Heading {
  const at = stack.findIndex((open) => isSameRank(open, marker));
  if (at >= 0) stack.length = at;
  stack.push(marker);
  return marker;
}

/** Does a label, of another kind than the one given, stand inside a line? */
function holdsLabel(line: string, from: number, kind: FindingKind | undefined, data: ReadingData): boolean {
  const text = line.slice(from);
  return labelsIn(text, data).some((label) => {
    const isHead = text.slice(0, label.start).trim() === '' && from === 0;
    return !isHead && label.kind !== kind && /[：:]$/u.test(text.slice(label.start, label.end));
  });
}

interface FoundHeading {
  readonly role: FindingRole;
  /** Where the heading ends in its line. */
  readonly end: number;
}

/** An unmarked line must be nothing but the heading; a marked one, or one with a colon, may go on with text. */
function headingAt(rest: string, offset: number, marked: boolean, data: ReadingData): FoundHeading | undefined {
  const stop = /[：:。]/u.exec(rest.slice(0, data.headings.maxLength + 2));
  const words = rest.slice(0, stop ? stop.index : rest.length);
  const goesOn = stop !== null && rest.slice(stop.index + 1).trim() !== '';
  if (/\.{3}|…/u.test(words) || (!marked && withoutSpaces(words).length > UNMARKED_LENGTH)) return undefined;
  if (!marked && stop?.[0] === '。') return undefined;
  const role = headingRole(words, data);
  return role === undefined ? undefined : { role, end: offset + (goesOn ? (stop?.index ?? 0) + 1 : rest.length) };
}

/** 得分 right above 扣分原因: the header of a table of which every cell became a line. */
function isHeaderWord(line: string, data: ReadingData): boolean {
  const words = withoutSpaces(line);
  return words.length <= LONGEST_HEADER && headerRole(words, data) === 'other' && !isChapter(words, data);
}

const LONGEST_HEADER = 8;

/** 6 改进建议: the number of a chapter, without any mark behind it. */
function plainChapter(line: string): number | undefined {
  const number = /^\s*(\d{1,2})[ \u3000]{1,4}\p{Script=Han}[^，。；：%\d]{1,20}$/u.exec(line)?.[1];
  return number === undefined ? undefined : Number(number);
}

const UNMARKED_LENGTH = 14;

const DATE = /^\s*(?:(?:19|20)\d\d|二[〇○零ＯO]\S{2}) ?年 ?\S{1,2} ?月(?: ?\S{1,3} ?日)?\s*$/u;

/** The body that signs a report stands above its date. */
function dropSignature(section: Section | undefined, date: string, { institutions }: ReadingData): void {
  if (!section || !DATE.test(date)) return;
  const { lines } = section;
  const words = withoutSpaces(lines.at(-1)?.text ?? '');
  if (lines.length > 1 && words.length <= 24 && institutions.some((ending) => words.endsWith(ending))) lines.pop();
}

/** 评价结论 alone on a line: another chapter, marked or not. */
function isChapter(line: string, { headings }: ReadingData): boolean {
  return headings.chapters.includes(withoutSpaces(line).replace(/[:：]$/u, ''));
}

function endsAll(line: string, data: ReadingData): boolean {
  if (DATE.test(line) || asksForReply(line, data)) return true;
  const { headings } = data;
  const words = line.replace(/^[\s\-—–－]{1,8}/u, '');
  return headings.end.some((word) => words.startsWith(word));
}
