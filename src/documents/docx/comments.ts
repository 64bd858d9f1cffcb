/** The comments part of a Word document, and what other parts note about its comments. */
import type { OfficePackage } from '../ooxml/office-package.js';
import { appendTo, applyEdits, childrenOf, type Edit, escapeXml, rootOf, tagsOf, unescapeXml } from '../xlsx/xml.js';
import type { XmlElement } from '../xlsx/xml.js';
import { wordAttribute, WordNames } from './word-names.js';

export const AUTHOR = 'jixiao';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
/** Whatever the document's own style for plain text is: a remark is small, single-spaced and without an indent. */
const PARAGRAPH = {
  spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' },
  ind: { left: 0, firstLineChars: 0, firstLine: 0 },
  jc: { val: 'left' },
};
const FONT = { hint: 'eastAsia', ascii: '宋体', eastAsia: '宋体', hAnsi: '宋体' };
const HALF_POINTS = 20;

export interface NewComment {
  readonly id: number;
  readonly text: string;
}

/** A comment of an earlier run. */
export interface OwnComment {
  readonly id: string;
  readonly text: string;
  /** Somebody replied to it: it is theirs as well, and stays. */
  readonly answered: boolean;
}

interface StoredComment {
  readonly element: XmlElement;
  readonly id: string;
  readonly author: string;
  readonly text: string;
  /** By which other parts name it; '' without one. */
  readonly paragraph: string;
}

export function commentsPath(word: OfficePackage): string | undefined {
  const path = word.relationshipsOf(word.mainPath).find(({ type }) => type === 'comments')?.target;
  return path !== undefined && word.has(path) ? path : undefined;
}

export function ownComments(word: OfficePackage): OwnComment[] {
  const path = commentsPath(word);
  if (path === undefined) return [];
  const stored = storedComments(word.read(path));
  const authors = new Map(stored.map(({ paragraph, author }) => [paragraph, author]));
  const answered = new Set<string>();
  for (const { xml, element } of notesOn(word, 'commentsExtended')) {
    const parent = wordAttribute(xml, element, 'paraIdParent');
    const isOthers = authors.get(wordAttribute(xml, element, 'paraId') ?? '') !== AUTHOR;
    if (parent !== undefined && isOthers) answered.add(parent);
  }
  return stored
    .filter(({ author }) => author === AUTHOR)
    .map(({ id, text, paragraph }) => ({ id, text, answered: paragraph !== '' && answered.has(paragraph) }));
}

/** Takes comments out of their part, and out of those that keep threads and lasting numbers. */
export function removeComments(word: OfficePackage, ids: ReadonlySet<string>): void {
  const path = commentsPath(word);
  if (path === undefined || ids.size === 0) return;
  const xml = word.read(path);
  const gone = storedComments(xml).filter(({ id }) => ids.has(id));
  word.write(
    path,
    applyEdits(
      xml,
      gone.map(({ element }) => removal(element)),
    ),
  );
  const paragraphs = new Set(gone.map(({ paragraph }) => paragraph).filter((id) => id !== ''));
  removeNotes(word, 'commentsExtended', 'paraId', paragraphs);
  const lasting = removeNotes(word, 'commentsIds', 'paraId', paragraphs, 'durableId');
  removeNotes(word, 'commentsExtensible', 'durableId', lasting);
}

export function addComments(word: OfficePackage, comments: readonly NewComment[], names: WordNames): void {
  if (comments.length === 0) return;
  const path = commentsPath(word) ?? createPart(word, names);
  const xml = word.read(path);
  const own = new WordNames(xml);
  const added = comments.map((comment) => commentElement(comment, own)).join('');
  word.write(path, applyEdits(xml, appendTo(xml, rootOf(xml), added)));
}

/** The ranges and references of comments in the text. */
export function markRemovals(xml: string, ids: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = [];
  let run: { start: number; end: number } | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'r' && tag.kind === 'open') run = tag;
    if (!tag.name.startsWith('comment') || tag.kind === 'close') continue;
    if (!ids.has(wordAttribute(xml, tag, 'id') ?? '')) continue;
    const whole = tag.name === 'commentReference' && run ? lonelyRun(xml, run, tag) : undefined;
    edits.push(removal(whole ?? tag));
  }
  return edits;
}

/** The run that holds the reference and nothing else. */
function lonelyRun(xml: string, run: { start: number; end: number }, reference: { start: number; end: number }) {
  const before = xml.slice(run.end, reference.start).trim();
  const behind = /^\s*<\/(?:[\w.-]+:)?r\s*>/.exec(xml.slice(reference.end, reference.end + 100));
  const hasOnlyProperties =
    before === '' ||
    /^<(?:[\w.-]+:)?rPr(?:\s[^>]*)?(?:\/>|>(?:(?!<\/(?:[\w.-]+:)?rPr>)[\s\S])*<\/(?:[\w.-]+:)?rPr>)$/.test(before);
  return behind && hasOnlyProperties ? { start: run.start, end: reference.end + behind[0].length } : undefined;
}

function storedComments(xml: string): StoredComment[] {
  return [...childrenOf(xml, rootOf(xml))].map((element) => {
    const paragraphs = element.empty ? [] : [...childrenOf(xml, element)].filter(({ name }) => name === 'p');
    const last = paragraphs.at(-1);
    return {
      element,
      id: wordAttribute(xml, element, 'id') ?? '',
      author: wordAttribute(xml, element, 'author') ?? '',
      text: paragraphs.map((paragraph) => plainText(xml, paragraph)).join('\n'),
      paragraph: (last && wordAttribute(xml, last, 'paraId')) ?? '',
    };
  });
}

function plainText(xml: string, { openEnd, closeStart }: XmlElement): string {
  let text = '';
  for (const tag of tagsOf(xml, openEnd, closeStart))
    if (tag.name === 't' && tag.kind === 'open') text += unescapeXml(xml.slice(tag.end, xml.indexOf('<', tag.end)));
  return text;
}

function* notesOn(word: OfficePackage, type: string): Generator<{ path: string; xml: string; element: XmlElement }> {
  const path = word.relationshipsOf(word.mainPath).find((link) => link.type === type)?.target;
  if (path === undefined || !word.has(path)) return;
  const xml = word.read(path);
  for (const element of childrenOf(xml, rootOf(xml))) yield { path, xml, element };
}

/** Returns what the elements that were taken out said under another name. */
function removeNotes(
  word: OfficePackage,
  type: string,
  key: string,
  values: ReadonlySet<string>,
  told = key,
): Set<string> {
  const gone = [...notesOn(word, type)].filter(({ xml, element }) =>
    values.has(wordAttribute(xml, element, key) ?? ''),
  );
  const [first] = gone;
  if (first)
    word.write(
      first.path,
      applyEdits(
        first.xml,
        gone.map(({ element }) => removal(element)),
      ),
    );
  return new Set(gone.map(({ xml, element }) => wordAttribute(xml, element, told) ?? ''));
}

function createPart(word: OfficePackage, names: WordNames): string {
  const folder = word.mainPath.slice(0, word.mainPath.lastIndexOf('/') + 1);
  const path = word.has(`${folder}comments.xml`) ? word.freePath(`${folder}comments`, 'xml') : `${folder}comments.xml`;
  word.write(
    path,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${names.namespace}"/>`,
  );
  word.declareType(path, COMMENTS_TYPE);
  word.relate(word.mainPath, 'comments', path);
  return path;
}

function commentElement({ id, text }: NewComment, names: WordNames): string {
  const element = names.element.bind(names);
  const properties = element(
    'pPr',
    {},
    Object.entries(PARAGRAPH)
      .map(([name, values]) => element(name, values))
      .join(''),
  );
  const fonts = element('rFonts', FONT) + element('sz', { val: HALF_POINTS }) + element('szCs', { val: HALF_POINTS });
  const paragraphs = text.split(/\r\n?|\n/).map((line) => {
    const words = `<${names.prefix}t xml:space="preserve">${escapeXml(line)}</${names.prefix}t>`;
    return element('p', {}, properties + names.run(element('rPr', {}, fonts) + words));
  });
  return element('comment', { id, author: AUTHOR, initials: AUTHOR.slice(0, 2) }, paragraphs.join(''));
}

function removal({ start, end }: { start: number; end: number }): Edit {
  return { start, end, text: '' };
}
