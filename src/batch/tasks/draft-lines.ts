/** JSONL → one document a line, so that a faulty line costs itself alone. */
import type { SourceDocument } from '../../documents/model.js';
import { InputError } from '../../errors.js';
import { readDocument } from '../../platform/read-document.js';
import { safeParseDraft } from '../../schema/index.js';
import type { Job } from '../types.js';
import { type JobLine, jobLines } from './lines.js';

/** A line that holds no draft, and how to learn why. */
export interface BadLine {
  readonly error: () => Promise<unknown>;
}

export function* draftLines(job: Job, bytes: Uint8Array): Generator<SourceDocument | BadLine> {
  for (const { line, text } of jobLines(job, bytes)) {
    const draft = parsed(text);
    if (draft) {
      const drafts = [{ draft, pointer: '', line }];
      yield { source: job.source, format: 'jsonl', grids: [], lines: [], drafts, notices: [] };
    } else yield { error: () => reasonOf({ line, text }, job) };
  }
}

function parsed(text: string) {
  try {
    return safeParseDraft(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the reader of documents says of such a line, at its place in the file. */
async function reasonOf({ line, text }: JobLine, job: Job): Promise<unknown> {
  try {
    await readDocument(new TextEncoder().encode(text), 'line.jsonl');
  } catch (error) {
    if (!(error instanceof InputError)) return error;
    const { code, data, place } = error;
    return new InputError(code, { ...place, file: job.source, line, data });
  }
  return new InputError('bad-draft', { file: job.source, line, data: { path: '(root)', reason: '' } });
}
