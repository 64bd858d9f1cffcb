/** `review` as a job: one line of results a finding. */
import { createHash } from 'node:crypto';
import type { SourceDocument } from '../../documents/model.js';
import { formatsOfLongSheets, LongRows } from '../../documents/xlsx/long-sheet.js';
import { InputError } from '../../errors.js';
import { readFindings } from '../../findings/review.js';
import { isUnanswered } from '../../findings/summary.js';
import { titleGuesses } from '../../findings/title.js';
import { workPaperRows } from '../../findings/work-paper.js';
import { findingSettings } from '../../platform/finding-settings.js';
import { openFindingsModel } from '../../platform/models.js';
import { readDocument } from '../../platform/read-document.js';
import { loadReadingData } from '../../platform/shipped.js';
import { noticeText } from '../../report/notice-text.js';
import { problemSheet, reviewProblem } from '../../report/problem-list.js';
import { unreadNotice } from '../../report/unread-text.js';
import type { Finding, Notice } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import { failedOutcome, failureOf, OutcomeBuilder } from '../outcome.js';
import type { JobRunner, Tags, TaskSpec } from '../types.js';
import { Owners } from './owner.js';

/** One finding. */
export interface ReviewFact {
  /** Unit, year, region and project. */
  readonly u?: string;
  readonly y?: number;
  readonly g?: string;
  readonly p: string;
  /** `p` for a problem, `s` for a suggestion. */
  readonly k: 'p' | 's';
  /** Category, '' for none. */
  readonly c: string;
  /** Its text, of findings that have no parts; of others ''. */
  readonly t: string;
  /** The same as it is shown, where that is another text. */
  readonly s?: string;
  /** 1 where nobody answered. */
  readonly o: 0 | 1;
}

/** What of a document was not read. */
export interface NoticeFact {
  readonly notice: Notice;
}

export async function reviewRunner({ folder, language, ...spec }: TaskSpec): Promise<JobRunner> {
  const data = await loadReadingData();
  const { model } = await findingSettings(spec.config, folder);
  const { classifier, taxonomy } = await openFindingsModel(spec.model ?? model);
  const rows = new LongRows(problemSheet('review', language).columns, formatsOfLongSheets());
  const mapped = spec.mapping === undefined ? undefined : await mappedBy(spec.mapping, folder);
  return {
    run: async (job, bytes) => {
      try {
        const read = await readDocument(bytes, job.source);
        const document = mapped?.(read) ?? read;
        const { findings, hasPlaces, unread } = readFindings(document, data, { classifier });
        if (!hasPlaces) throw new InputError('no-findings-source', { file: job.source });
        const builder = new OutcomeBuilder();
        const owners = new Owners(job.tags, job.tags && titleGuesses(document, data));
        const named = idsOf(job.source);
        const results = findings.map((finding): Finding & Tags => {
          const { unit, year, location } = finding;
          const own = { ...(unit !== undefined && { unit }), ...(year !== undefined && { year }) };
          return named(owners.settle(finding, own, location));
        });
        const parents = new Set(results.map(({ parentId }) => parentId));
        for (const [index, result] of results.entries()) {
          builder.add(result, { drafts: index === 0 ? 1 : 0, rows: 1 });
          builder.fact(factOf(result, parents.has(result.id)));
        }
        const { region } = job.tags ?? {};
        for (const row of workPaperRows(results, data))
          builder.problem(rows.row(reviewProblem(row, region === undefined ? {} : { region }, language, taxonomy)));
        const notices = [...noticesOf(read, unread, language), ...owners.notices(language)];
        for (const notice of notices) builder.fact({ notice } satisfies NoticeFact);
        return builder.outcome();
      } catch (error) {
        return failedOutcome(failureOf(error, job, language));
      }
    },
  };
}

/** Findings of all documents stand in one file: the number of each begins with a mark of its document. */
function idsOf(source: string): (finding: Finding & Tags) => Finding & Tags {
  const mark = createHash('sha256').update(source).digest('hex').slice(0, MARK);
  const whole = (id: string): string => `${mark}.${id}`;
  return (finding) => ({
    ...finding,
    id: whole(finding.id),
    parentId: finding.parentId === null ? null : whole(finding.parentId),
    pairedWith: finding.pairedWith.map(whole),
  });
}

/** Of a million documents two have the same one with a chance of 1 : 500. */
const MARK = 12;

async function mappedBy(path: string, folder: string): Promise<(document: SourceDocument) => SourceDocument> {
  const [{ readMapping }, { applyMapping }, { findingTableNames }] = await Promise.all([
    import('../../platform/mapping-file.js'),
    import('../../documents/mapping/apply-mapping.js'),
    import('../../findings/table-names.js'),
  ]);
  const mapping = readMapping(path, folder);
  const names = findingTableNames(await loadReadingData());
  return (document) => applyMapping(document, mapping, names);
}

function noticesOf(
  { source, notices }: SourceDocument,
  unread: ReturnType<typeof readFindings>['unread'],
  language: 'zh' | 'en',
): Notice[] {
  return [
    ...notices.map((one) => ({ ...one, message: noticeText(one.code, one.message, language) })),
    ...unread.map((place) => {
      const { code, message, location } = unreadNotice(source, place, language);
      return { code, message, location };
    }),
  ];
}

function factOf(finding: Finding & Tags, hasParts: boolean): ReviewFact {
  const { unit, year, region, project = '', kind, labels, text } = finding;
  const key = hasParts ? '' : compact(text);
  const shown = text.replace(/\s+/g, ' ').trim();
  return {
    ...(unit !== undefined && { u: unit }),
    ...(year !== undefined && { y: year }),
    ...(region !== undefined && { g: region }),
    p: project,
    k: kind === 'problem' ? 'p' : 's',
    c: labels[0]?.category ?? '',
    t: key,
    ...(!hasParts && shown !== key && { s: shown }),
    o: isUnanswered(finding) ? 1 : 0,
  };
}
