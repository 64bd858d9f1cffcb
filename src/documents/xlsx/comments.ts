/** The comments part of a worksheet: texts and authors; their boxes are in `vml`. */
import type { CellNote, SheetNotes } from './marks.js';
import { allNotes } from './marks.js';
import { type CellPlace, cellReference, parseCell } from './references.js';
import { MAX_LENGTH, textElement } from './sheet-text.js';
import {
  appendTo,
  applyEdits,
  attributesOf,
  childOf,
  childrenOf,
  type Edit,
  escapeXml,
  rootOf,
  tagsOf,
} from './xml.js';
import { unescapeXml, type XmlElement } from './xml.js';

export const AUTHOR = 'jixiao';
/** Above our words in a comment of someone else, as Excel heads a comment with its author. */
const HEADING = `\n${AUTHOR}:\n`;

export interface PatchedComments {
  readonly xml: string;
  /** Notes that joined a comment which was there before. */
  readonly appended: ReadonlySet<CellNote>;
}

export function emptyComments(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors/><commentList/></comments>`;
}

export function addComments(before: string, notes: SheetNotes): PatchedComments {
  const xml = withLists(before);
  const root = rootOf(xml);
  const authors = childOf(xml, root, 'authors') as XmlElement;
  const list = childOf(xml, root, 'commentList') as XmlElement;
  const names = [...childrenOf(xml, authors)].map((author) => xml.slice(author.openEnd, author.closeStart));
  const known = names.indexOf(AUTHOR);
  const edits: Edit[] = [];
  if (known === -1) {
    const author = `<${root.prefix}author>${escapeXml(AUTHOR)}</${root.prefix}author>`;
    edits.push(...appendTo(xml, authors, author));
  }
  const appended = new Set<CellNote>();
  for (const comment of childrenOf(xml, list)) {
    const place = parseCell(attributesOf(xml, comment).get('ref') ?? '');
    const note = place && notes.get(place.row)?.get(place.column);
    if (!note || note.comment === '' || appended.has(note)) continue;
    edits.push(...continuation(xml, comment, note.comment));
    appended.add(note);
  }
  const fresh = allNotes(notes).filter((note) => note.comment !== '' && !appended.has(note));
  const authorId = known === -1 ? names.length : known;
  const added = fresh.map((note) => newComment(note, authorId, root.prefix)).join('');
  if (added !== '') edits.push(...appendTo(xml, list, added));
  return { xml: applyEdits(xml, edits), appended };
}

export interface CutComments {
  readonly xml: string;
  /** The cells of comments that were ours alone. */
  readonly removed: readonly CellPlace[];
  /** The cells of comments to which words of ours had been added. */
  readonly shortened: readonly CellPlace[];
  /** Our name is still there: the program that saved the copy last keeps such things as it finds them. */
  readonly isFaithful: boolean;
}

/** Says of a whole comment that it is one of ours: programs that save a copy do not all keep its author. */
export type IsOwn = (text: string) => boolean;

/** Without what an earlier run has written. */
export function cutComments(xml: string, isOwn: IsOwn): CutComments {
  const none = { xml, removed: [], shortened: [], isFaithful: false };
  const root = rootOf(xml);
  const list = childOf(xml, root, 'commentList');
  const authors = childOf(xml, root, 'authors');
  if (!list || !authors) return none;
  const own = [...childrenOf(xml, authors)].findIndex(
    ({ openEnd, closeStart }) => xml.slice(openEnd, closeStart) === AUTHOR,
  );
  const [edits, removed, shortened]: [Edit[], CellPlace[], CellPlace[]] = [[], [], []];
  for (const comment of childrenOf(xml, list)) {
    const attributes = attributesOf(xml, comment);
    const place = parseCell(attributes.get('ref') ?? '');
    if (!place) continue;
    const text = childOf(xml, comment, 'text');
    if (Number(attributes.get('authorId')) === own || (text && isOwn(textIn(xml, text)))) {
      edits.push({ start: comment.start, end: comment.end, text: '' });
      removed.push(place);
      continue;
    }
    const added = text && addedWords(xml, text);
    if (added) shortened.push(place);
    if (added) edits.push(added);
  }
  return { xml: applyEdits(xml, edits), removed, shortened, isFaithful: own !== -1 };
}

/** The run that names us, and the one behind it. */
function addedWords(xml: string, text: XmlElement): Edit | undefined {
  const runs = [...childrenOf(xml, text)].filter(({ name }) => name === 'r');
  const at = runs.findIndex((one) => {
    const words = childOf(xml, one, 't');
    return words && xml.slice(words.openEnd, words.closeStart).trim() === HEADING.trim();
  });
  const [first, last] = [runs[at], runs[at + 1]];
  return first && last && { start: first.start, end: last.end, text: '' };
}

/** Some producers leave an empty list out. */
function withLists(xml: string): string {
  const root = rootOf(xml);
  const authors = childOf(xml, root, 'authors');
  const list = childOf(xml, root, 'commentList');
  if (authors && list) return xml;
  if (!list) return withLists(applyEdits(xml, appendTo(xml, root, `<${root.prefix}commentList/>`)));
  const edit = { start: list.start, end: list.start, text: `<${root.prefix}authors/>` };
  return applyEdits(xml, [edit]);
}

function newComment({ row, column, comment }: CellNote, authorId: number, prefix: string): string {
  const text = `<${prefix}text>${run(comment, prefix)}</${prefix}text>`;
  return `<${prefix}comment ref="${cellReference(row, column)}" authorId="${authorId}">${text}</${prefix}comment>`;
}

/** Our words below those of someone else, under our name. */
function continuation(xml: string, comment: XmlElement, words: string): Edit[] {
  const { prefix } = comment;
  const text = childOf(xml, comment, 'text');
  const room = MAX_LENGTH - (text ? textIn(xml, text).length : 0) - HEADING.length;
  // Excel opens no workbook with a longer comment; there is the list of results.
  if (room < 2) return [];
  const runs = run(HEADING, prefix, { bold: true }) + run(words, prefix, { room });
  if (!text) return appendTo(xml, comment, `<${prefix}text>${runs}</${prefix}text>`);
  const edits: Edit[] = [];
  let place: number | undefined;
  for (const child of childrenOf(xml, text)) {
    if (child.name === 't') {
      // Beside runs a bare text is not shown.
      edits.push({ start: child.start, end: child.start, text: `<${prefix}r>` });
      edits.push({ start: child.end, end: child.end, text: `</${prefix}r>` });
    } else if (child.name === 'rPh' || child.name === 'phoneticPr') place ??= child.start;
  }
  if (place === undefined) return [...edits, ...appendTo(xml, text, runs)];
  return [...edits, { start: place, end: place, text: runs }];
}

function textIn(xml: string, { openEnd, closeStart }: XmlElement): string {
  let text = '';
  for (const tag of tagsOf(xml, openEnd, closeStart))
    if (tag.name === 't' && tag.kind === 'open') text += unescapeXml(xml.slice(tag.end, xml.indexOf('<', tag.end)));
  return text;
}

function run(text: string, prefix: string, { bold = false, room }: { bold?: boolean; room?: number } = {}): string {
  const properties = [
    bold ? `<${prefix}b/>` : '',
    `<${prefix}sz val="10"/><${prefix}color indexed="81"/>`,
    `<${prefix}rFont val="宋体"/><${prefix}family val="3"/><${prefix}charset val="134"/>`,
  ];
  return `<${prefix}r><${prefix}rPr>${properties.join('')}</${prefix}rPr>${textElement(text, prefix, room)}</${prefix}r>`;
}
