/**
 * A copy of the user's own Word document with remarks as comments at the very words or cells that they are about.
 *
 * The package is patched: of the parts that were there only the text (which gets the ends of the comments), the comments
 * and the lists of parts change. Comments of an earlier run are replaced, but for those that somebody has answered.
 */
import { type ErrorPlace, InputError } from '../../errors.js';
import { OfficePackage } from '../ooxml/office-package.js';
import { packParts } from '../xlsx/package.js';
import { applyEdits } from '../xlsx/xml.js';
import { unzip } from '../zip.js';
import { Anchors, type Target } from './anchors.js';
import { addComments, commentsPath, markRemovals, ownComments, removeComments } from './comments.js';
import { readPlacedBody } from './positions.js';
import { rangeMarkEdits } from './range-marks.js';
import { bodyContext } from './read-docx.js';
import { WordIds, WordNames } from './word-names.js';

/** One remark. */
export interface WordMark extends Target {
  readonly comment: string;
}

/**
 * Remarks whose place the document does not have stand at its first paragraph, so that none is lost.
 *
 * @throws InputError `damaged`, `archive-too-large`
 */
export function annotateDocx(bytes: Uint8Array, marks: readonly WordMark[], file: string): Uint8Array {
  return at({ file }, () => {
    const word = new OfficePackage(unzip(bytes, file), 'word/document.xml');
    const own = ownComments(word);
    const stale = new Set(own.filter(({ answered }) => !answered).map(({ id }) => id));
    removeComments(word, stale);
    const before = word.read(word.mainPath);
    const xml = applyEdits(before, markRemovals(before, stale));
    const answered = new Set(own.filter((one) => one.answered).map(({ text }) => text));
    const wanted = marks.filter(({ comment }) => !answered.has(comment));
    if (wanted.length > 0 || stale.size > 0) writeMarks(word, xml, wanted, file);
    return packParts(word.parts);
  });
}

function writeMarks(word: OfficePackage, xml: string, marks: readonly WordMark[], file: string): void {
  const body = readPlacedBody(xml, bodyContext(word.parts, word.mainPath, file));
  const anchors = new Anchors(body, file);
  const names = new WordNames(xml);
  const comments = commentsPath(word);
  const ids = new WordIds(comments === undefined ? [xml] : [xml, word.read(comments)]);
  const first = { paragraph: 0, offset: 0 };
  const top = { start: first, end: { paragraph: 0, offset: body.paragraphs[0]?.length ?? 0 } };
  const placed = marks
    .map((mark) => ({ text: mark.comment, range: anchors.rangeOf(mark) ?? top }))
    .toSorted(
      (a, b) => a.range.start.paragraph - b.range.start.paragraph || a.range.start.offset - b.range.start.offset,
    )
    .map((mark) => ({ ...mark, id: ids.take() }));
  addComments(word, placed, names);
  word.write(word.mainPath, applyEdits(xml, rangeMarkEdits(placed, { xml, body, names, ids })));
}

/** Whoever reads the XML does not know whose it is; here the error learns its file. */
function at<T>(place: ErrorPlace, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, data, cause } = error;
    throw new InputError(code, { ...place, ...error.place, data, cause: cause ?? error });
  }
}
