/** A .doc file of Word 97 and later → running text and tables, as a person sees them. */
import { InputError } from '../../errors.js';
import { documentOf } from '../blocks/document.js';
import type { Block } from '../blocks/model.js';
import type { SourceDocument } from '../model.js';
import type { OleFile } from '../ole.js';
import { firstFrom } from '../../text/sorted.js';
import { readLists, readStyleLists } from './lists.js';
import { hidesText, type ParagraphProperties, readParagraphProperties } from './properties.js';
import { TableBuilder } from './table-builder.js';
import { type PropertyRun, WordFile } from './word-file.js';
import { Bytes } from './bytes.js';

/** Word 95 and before wrote another format. */
const WORD_97 = 0xc1;

/** @throws InputError `encrypted-document`, `damaged`, `empty-document`, `unsupported-format` */
export function readDoc(ole: OleFile, source: string): SourceDocument {
  try {
    return documentOf(blocksOf(ole, source), { source, format: 'doc' });
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('damaged', { file: source, cause });
  }
}

function blocksOf(ole: OleFile, source: string): Block[] {
  const stream = ole.stream('WordDocument') ?? new Uint8Array();
  const head = new Bytes(stream);
  const flags = head.u16(0x0a);
  if (head.u16(2) < WORD_97)
    throw new InputError('unsupported-format', {
      file: source,
      data: { format: 'Word 95', readable: ['.doc', '.docx'] },
    });
  if ((flags & 0x100) !== 0) throw new InputError('encrypted-document', { file: source });
  const table = ole.stream((flags & 0x200) === 0 ? '0Table' : '1Table');
  if (!table) throw new InputError('damaged', { file: source });
  const data = ole.stream('Data');
  return new DocReader(new WordFile(stream, table), data && new Bytes(data)).read();
}

class DocReader {
  readonly #file: WordFile;
  readonly #data: Bytes | undefined;
  readonly #paragraphs: Runs;
  readonly #hidden: Runs;
  readonly #builder = new TableBuilder();
  #count = 0;
  #text = '';
  /** How many fields are open whose instruction is being read. */
  #instructions: boolean[] = [];

  constructor(file: WordFile, data: Bytes | undefined) {
    this.#file = file;
    this.#data = data;
    this.#paragraphs = new Runs(file.paragraphRuns());
    this.#hidden = new Runs(file.characterRuns().filter(({ list }) => hidesText(list)));
  }

  read(): Block[] {
    const numbering = readLists(this.#file);
    const styles = readStyleLists(this.#file);
    const end = (mark: string, offset: number): void => {
      const run = this.#paragraphs.at(offset);
      const own: ParagraphProperties = {};
      if (run) readParagraphProperties(run.list, own, this.#data);
      const style = styles.get(run?.style ?? 0);
      const list = own.list ?? style?.list ?? 0;
      const label =
        list > 0 && list < 2000 && this.#text.trim() !== ''
          ? numbering.next(`${list}`, own.level ?? style?.level ?? 0)
          : '';
      this.#endParagraph(mark, own, label);
    };
    for (const { text, offset, size } of this.#file.body()) {
      for (let index = 0; index < text.length; index += 1) this.#take(text.charAt(index), offset + index * size, end);
    }
    if (this.#text !== '') end('\r', -1);
    return this.#builder.finish();
  }

  #take(one: string, offset: number, end: (mark: string, offset: number) => void): void {
    const code = one.charCodeAt(0);
    if (code === 0x0d || code === 0x07 || code === 0x0c) end(one, offset);
    else if (code === 0x13) this.#instructions.push(true);
    else if (code === 0x14) this.#instructions[this.#instructions.length - 1] = false;
    else if (code === 0x15) this.#instructions.pop();
    else if (!this.#instructions.includes(true) && !this.#hidden.at(offset)) this.#text += shown(one, code);
  }

  #endParagraph(mark: string, own: ParagraphProperties, label: string): void {
    const text = label + (/[0-9.]$/u.test(label) && /^[0-9]/u.test(this.#text) ? ' ' : '') + this.#text;
    this.#text = '';
    const depth = own.inTable ? Math.max(1, own.depth ?? 1) : 0;
    if (depth === 0) this.#count += 1;
    const place = depth === 0 ? { paragraph: this.#count } : {};
    const isCell = depth === 1 ? mark === '\u0007' : own.innerCellEnd === true;
    const ending = depth === 0 ? 'nothing' : own.rowEnd ? 'row' : isCell ? 'cell' : 'nothing';
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const last = index === lines.length - 1;
      this.#builder.add({ kind: 'line', text: line, place }, depth, last ? ending : 'nothing', own.row);
    }
  }
}

/** Runs of properties, found by a byte that they cover. */
class Runs {
  readonly #runs: readonly PropertyRun[];
  readonly #ends: readonly number[];

  constructor(runs: readonly PropertyRun[]) {
    this.#runs = runs;
    this.#ends = runs.map(({ to }) => to);
  }

  at(offset: number): PropertyRun | undefined {
    const run = this.#runs[firstFrom(this.#ends, offset + 1)];
    return run && run.from <= offset ? run : undefined;
  }
}

/** Control characters stand for pictures, notes and drawings, or for blanks and hyphens of a special kind. */
function shown(one: string, code: number): string {
  if (code >= 0x20 && code !== 0xa0) return one;
  if (code === 0x09) return '\t';
  if (code === 0x0b || code === 0x0e) return '\n';
  if (code === 0x1e) return '-';
  return code === 0xa0 ? ' ' : '';
}
