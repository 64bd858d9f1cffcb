/** `classify` as a job: one line of results a text. */
import { classifyRecord, type TextRecord } from '../../classify/record.js';
import { recordOfLine } from '../../classify/record-line.js';
import { InputError } from '../../errors.js';
import { isRead } from '../plan/kinds.js';
import { findingSettings } from '../../platform/finding-settings.js';
import { openFindingsModel } from '../../platform/models.js';
import type { ClassifiedText } from '../../schema/index.js';
import { failedOutcome, failureOf, OutcomeBuilder } from '../outcome.js';
import type { Job, JobRunner, TaskSpec } from '../types.js';
import { type JobLine, jobLines } from './lines.js';

/** One text: unit, year and region, the first letter of its kind, its category, 1 where a person should look. */
export interface ClassifyFact {
  readonly u?: string;
  readonly y?: string;
  readonly g?: string;
  readonly k: 'p' | 's' | 'n';
  readonly c: string;
  readonly v: 0 | 1;
}

export async function classifyRunner({ folder, language, ...spec }: TaskSpec): Promise<JobRunner> {
  const { model } = await findingSettings(spec.config, folder);
  const { classifier } = await openFindingsModel(spec.model ?? model);
  return {
    run: async (job, bytes) => {
      const builder = new OutcomeBuilder();
      try {
        // Whoever names a table has it told what it is for; folders are searched for texts alone.
        if (!isRead(job.kind, 'classify')) throw new InputError('classify-table', { file: job.source });
        for (const one of jobLines(job, bytes)) {
          try {
            const record = recordOf(one, job);
            const answer = classifyRecord(record, classifier, { explain: spec.explain ?? false });
            // The caller's own fields are kept as they are, theirs of these names too.
            const result = { source: job.source, line: one.line, ...job.tags, ...answer };
            builder.add(result, { rows: 1 });
            builder.fact(factOf(result));
          } catch (error) {
            builder.fail(failureOf(error, job, language));
          }
        }
        return builder.outcome();
      } catch (error) {
        return failedOutcome(failureOf(error, job, language));
      }
    },
  };
}

function recordOf({ line, text }: JobLine, { source, kind }: Job): TextRecord {
  return kind === 'txt' ? { text: text.trim() } : recordOfLine(text, { file: source, line });
}

function factOf({ kind, labels, needsReview, ...fields }: ClassifiedText): ClassifyFact {
  const letter = kind === 'problem' ? 'p' : kind === 'suggestion' ? 's' : 'n';
  const [u, y, g] = OWNERS.map((names) => ownerOf(fields, names));
  return {
    ...(u && { u }),
    ...(y && { y }),
    ...(g && { g }),
    k: letter,
    c: labels[0]?.category ?? '',
    v: needsReview ? 1 : 0,
  };
}

/** The fields that a record, or the manifest, says these in: names as in a manifest (docs/batch.md). */
const OWNERS = [
  ['unit', '单位'],
  ['year', '年度'],
  ['region', '地区'],
] as const;
/** Longer ones are no name of a unit, and would be held for each. */
const LONGEST_OWNER = 200;

function ownerOf(fields: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value).trim();
    if (text !== '' && text.length <= LONGEST_OWNER) return text;
  }
  return undefined;
}
