/**
 * Threaded comments. Excel shows the thread of a cell and not the classic comment beneath it, which is only there for
 * other programs: our words must be in both.
 */
import { AUTHOR } from './comments.js';
import type { CellNote, SheetNotes } from './marks.js';
import type { WorkbookPackage } from './workbook-package.js';
import { parseCell } from './references.js';
import { appendTo, applyEdits, attributesOf, childrenOf, escapeXml, rootOf } from './xml.js';

interface Thread {
  readonly id: string;
  readonly ref: string;
  readonly latest: string | undefined;
}

/** Adds a reply to each thread on a cell that has a note. */
export function replyToThreads(workbook: WorkbookPackage, sheetPath: string, notes: SheetNotes): void {
  const persons = workbook.relationshipsOf(workbook.workbookPath).find(({ type }) => type === 'person')?.target;
  if (persons === undefined || !workbook.has(persons)) return;
  for (const { type, target } of workbook.relationshipsOf(sheetPath)) {
    if (type !== 'threadedComment' || target === undefined || !workbook.has(target)) continue;
    const xml = workbook.read(target);
    const root = rootOf(xml);
    const replies: string[] = [];
    const nextId = freeIds(xml);
    for (const thread of threadsOf(xml).values()) {
      const place = parseCell(thread.ref);
      const note = place && notes.get(place.row)?.get(place.column);
      if (!note || note.comment === '') continue;
      const reply = replyTo(thread, note, { personId: personIdIn(workbook, persons), id: nextId() });
      replies.push(reply.replaceAll(/<(\/?)(?=[a-z])/g, `<$1${root.prefix}`));
    }
    if (replies.length > 0) workbook.write(target, applyEdits(xml, appendTo(xml, root, replies.join(''))));
  }
}

/** Takes out the replies of an earlier run. */
export function removeReplies(workbook: WorkbookPackage, sheetPath: string): void {
  const persons = workbook.relationshipsOf(workbook.workbookPath).find(({ type }) => type === 'person')?.target;
  if (persons === undefined || !workbook.has(persons)) return;
  const own = ownPerson(workbook.read(persons));
  if (own === undefined) return;
  for (const { type, target } of workbook.relationshipsOf(sheetPath)) {
    if (type !== 'threadedComment' || target === undefined || !workbook.has(target)) continue;
    const xml = workbook.read(target);
    const replies = [...childrenOf(xml, rootOf(xml))].filter((one) => attributesOf(xml, one).get('personId') === own);
    const edits = replies.map(({ start, end }) => ({ start, end, text: '' }));
    if (edits.length > 0) workbook.write(target, applyEdits(xml, edits));
  }
}

function ownPerson(xml: string): string | undefined {
  for (const person of childrenOf(xml, rootOf(xml))) {
    const attributes = attributesOf(xml, person);
    if (attributes.get('displayName') === AUTHOR) return attributes.get('id') ?? '';
  }
  return undefined;
}

function threadsOf(xml: string): Map<string, Thread> {
  const threads = new Map<string, Thread>();
  for (const comment of childrenOf(xml, rootOf(xml))) {
    const attributes = attributesOf(xml, comment);
    const ref = attributes.get('ref');
    const id = attributes.get('parentId') ?? attributes.get('id');
    if (id === undefined || ref === undefined) continue;
    threads.set(id, { id, ref, latest: attributes.get('dT') ?? threads.get(id)?.latest });
  }
  return threads;
}

function replyTo(thread: Thread, { comment }: CellNote, { personId, id }: { personId: string; id: string }): string {
  // Without a clock the reply bears the time of the comment it follows.
  const time = thread.latest === undefined ? '' : ` dT="${escapeXml(thread.latest)}"`;
  const attributes = `ref="${escapeXml(thread.ref)}"${time} personId="${personId}" id="${id}" parentId="${escapeXml(thread.id)}"`;
  return `<threadedComment ${attributes}><text>${escapeXml(comment)}</text></threadedComment>`;
}

function personIdIn(workbook: WorkbookPackage, path: string): string {
  const xml = workbook.read(path);
  const root = rootOf(xml);
  const known = ownPerson(xml);
  if (known !== undefined) return escapeXml(known);
  const id = freeIds(xml)();
  const person = `<${root.prefix}person displayName="${AUTHOR}" id="${id}" userId="${AUTHOR}" providerId="None"/>`;
  workbook.write(path, applyEdits(xml, appendTo(xml, root, person)));
  return id;
}

/** Any GUIDs will do that are not in the part; random ones would make the bytes differ from run to run. */
function freeIds(xml: string): () => string {
  const upper = xml.toUpperCase();
  let number = 0;
  return () => {
    let id: string;
    do {
      number++;
      id = `{6A697869-616F-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
    } while (upper.includes(id));
    return id;
  };
}
