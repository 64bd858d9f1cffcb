/** The rules of WordprocessingML that comments and parted runs could break. */
import { Package } from './package.js';
import { child, isInside, type Node, named, repeated, walk } from './tree.js';

/** What may hold the ends of a comment's range (EG_RangeMarkupElements). */
const RANGE_PARENTS = new Set(
  'p body tc tr tbl hyperlink ins del moveFrom moveTo sdtContent smartTag customXml fldSimple dir bdo comment'.split(
    ' ',
  ),
);
const FIRST = { p: 'pPr', r: 'rPr', tc: 'tcPr', tbl: 'tblPr', tr: 'trPr' } as const;
const TRACKED = new Set('ins del moveFrom moveTo rPrChange pPrChange tblPrChange tcPrChange sectPrChange'.split(' '));

/** What would make Word offer to repair the file, one line each; none where it is sound. */
export function wordFaults(bytes: Uint8Array): string[] {
  const file = new Package(bytes);
  const main = file.target('', 'officeDocument') ?? 'word/document.xml';
  const tree = file.tree(main);
  if (!tree) return [...file.faults, `${main} is missing`];
  const comments = file.tree(file.target(main, 'comments'));
  return [...file.faults, ...structureFaults(tree, main), ...commentFaults(tree, comments)];
}

function structureFaults(tree: Node, where: string): string[] {
  const faults: string[] = [];
  for (const node of walk(tree)) {
    const first = FIRST[node.name as keyof typeof FIRST];
    const at =
      first === undefined || !node.uri.includes('wordprocessingml')
        ? -1
        : node.children.findIndex(({ name }) => name === first);
    if (at > 0) faults.push(`${where}: <${first}> is not first in <${node.name}>`);
    if (node.name === 't' && node.parent?.name !== 'r') faults.push(`${where}: <t> outside a run`);
    if (node.name === 'r' && node.parent?.name === 'r') faults.push(`${where}: a run inside a run`);
    if (node.name === 'tc' && node.children.at(-1)?.name !== 'p')
      faults.push(`${where}: a cell without a last paragraph`);
    if (
      node.name === 'body' &&
      node.children.some(({ name }, index) => name === 'sectPr' && index < node.children.length - 1)
    )
      faults.push(`${where}: <sectPr> is not last`);
    if (node.name === 't' && /^\s|\s$/.test(node.text) && node.attributes.space !== 'preserve')
      faults.push(`${where}: blanks of “${node.text}” get lost`);
  }
  const tracked = [...walk(tree)].filter(({ name, attributes }) => TRACKED.has(name) && attributes.id !== undefined);
  for (const id of repeated(tracked.map(({ attributes }) => attributes.id as string)))
    faults.push(`${where}: change ${id} twice`);
  const bookmarks = named(tree, 'bookmarkStart').map(({ attributes }) => attributes.id ?? '');
  for (const id of repeated(bookmarks)) faults.push(`${where}: bookmark ${id} twice`);
  return faults;
}

function commentFaults(tree: Node, comments: Node | undefined): string[] {
  const faults: string[] = [];
  const ids = (comments?.children ?? []).map(({ attributes }) => attributes.id ?? '');
  for (const id of repeated(ids)) faults.push(`comment ${id} twice`);
  const nodes = [...walk(tree)];
  for (const kind of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
    const marks = nodes.filter(({ name }) => name === kind);
    const own = marks.map(({ attributes }) => attributes.id ?? '');
    for (const id of repeated(own)) faults.push(`${kind} ${id} twice`);
    for (const id of own) if (!ids.includes(id)) faults.push(`${kind} ${id} without a comment`);
    for (const mark of marks) {
      const parent = mark.parent?.name ?? '';
      if (kind === 'commentReference' ? parent !== 'r' : !RANGE_PARENTS.has(parent))
        faults.push(`${kind} in <${parent}>`);
      if (isInside(mark, 'txbxContent')) faults.push(`${kind} in a text box`);
    }
  }
  const place = (kind: string, id: string) =>
    nodes.findIndex(({ name, attributes }) => name === kind && attributes.id === id);
  for (const id of ids) {
    const [start, end, reference] = ['commentRangeStart', 'commentRangeEnd', 'commentReference'].map((kind) =>
      place(kind, id),
    ) as [number, number, number];
    if (reference === -1) faults.push(`comment ${id} without a reference`);
    if (start > end || (start === -1) !== (end === -1)) faults.push(`comment ${id} ends before it begins`);
    if (end > reference) faults.push(`comment ${id} is named before it ends`);
  }
  for (const comment of comments?.children ?? []) {
    if (comment.attributes.author === undefined) faults.push('a comment without author');
    if (!child(comment, 'p')) faults.push('a comment without a paragraph');
  }
  return faults;
}

/** Each comment with the text that it stands at, in order. */
export function commentedText(bytes: Uint8Array): { author: string; comment: string; text: string }[] {
  const file = new Package(bytes);
  const main = file.target('', 'officeDocument') ?? 'word/document.xml';
  const nodes = [...walk(file.tree(main) as Node)];
  const comments = file.tree(file.target(main, 'comments'))?.children ?? [];
  return comments.map((comment) => {
    const { id, author = '' } = comment.attributes;
    const place = (kind: string) => nodes.findIndex(({ name, attributes }) => name === kind && attributes.id === id);
    const between = nodes.slice(place('commentRangeStart'), place('commentRangeEnd'));
    const text = between.map(({ name, text: own }) => (name === 't' ? own : '')).join('');
    const lines = comment.children.map((line) =>
      named(line, 't')
        .map(({ text: own }) => own)
        .join(''),
    );
    return { author, comment: lines.join('\n'), text };
  });
}
