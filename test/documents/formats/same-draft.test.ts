/** Three drafts (a form, a self-evaluation, a table of projects) and one report, written in every format: what is said of them is the same. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/read-document.js';
import { findFindings } from '../../../src/findings/review.js';
import { Linter } from '../../../src/lint/lint-draft.js';
import { loadReadingData, loadRuleBook } from '../../../src/platform/shipped.js';
import { draftsOf, fixturePath } from '../../support/documents.js';

const linter = new Linter(await loadRuleBook(), { rules: {} }, 'zh');
const reading = await loadReadingData();

async function lint(format: string, form = 'formats/draft') {
  const name = `${form}.${format}`;
  const drafts = await draftsOf(readFileSync(fixturePath(name)), name);
  return drafts.map(({ draft, locate, withoutGoal }) => ({
    project: draft.project,
    diagnostics: linter.lint(draft, { locate, withoutGoal }),
  }));
}

const FORMATS = ['xls', 'ods', 'csv', 'docx', 'doc', 'pdf', 'html', 'md'];

describe('the same draft', async () => {
  const [wanted] = await lint('xlsx');
  const known = (diagnostics: NonNullable<typeof wanted>['diagnostics']) =>
    diagnostics.map(({ ruleId, severity, message, indicatorId, field }) => [
      ruleId,
      severity,
      message,
      indicatorId,
      field,
    ]);

  it('has the faults that were put into it', () => {
    expect(new Set(wanted?.diagnostics.map(({ ruleId }) => ruleId))).toEqual(
      new Set([
        'name/contains-value',
        'name/no-measure',
        'name/slogan',
        'value/direction',
        'value/date-out-of-year',
        'value/vague-quantifier',
        'value/qualitative-only',
        'coverage/no-quantified-benefit',
        'weight/sum',
      ]),
    );
  });

  it.each(['json', ...FORMATS])('as .%s', async (format) => {
    const [read, ...others] = await lint(format);
    expect(others).toEqual([]);
    expect(read?.project).toEqual({ ...wanted?.project, ...(format === 'json' && { multiYear: undefined }) });
    expect(known(read?.diagnostics ?? [])).toEqual(known(wanted?.diagnostics ?? []));
  });

  it.each([
    ['xlsx', { sheet: '绩效目标', cell: 'C8' }],
    ['xls', { sheet: '绩效目标', cell: 'C8' }],
    ['ods', { sheet: '绩效目标', cell: 'C8' }],
    ['csv', { cell: 'C8', line: 8 }],
    ['html', { line: 11, table: 1, row: 7, column: 3 }],
    ['md', { line: 10, table: 1, row: 7, column: 3 }],
    ['docx', { table: 1, row: 7, column: 3 }],
    ['doc', { table: 1, row: 7, column: 3 }],
    ['pdf', { page: 1, table: 1, row: 7, column: 3 }],
  ])('as .%s points to the place', async (format, location) => {
    const [read] = await lint(format);
    expect(read?.diagnostics.find(({ ruleId }) => ruleId === 'name/contains-value')?.location).toEqual(location);
  });
});

describe.each([
  ['same-forms/self-evaluation', ['selfeval/score-over-weight', 'selfeval/missing-actual', 'selfeval/execution-rate']],
  ['same-forms/several-projects', ['value/direction', 'value/qualitative-only', 'class/level-mismatch']],
])('%s', async (name, faults) => {
  const told = async (format: string) =>
    (await lint(format, name)).map(({ project, diagnostics }) => ({
      project: { ...project, multiYear: undefined },
      said: diagnostics.map(({ ruleId, severity, message, indicatorId, field }) => ({
        ruleId,
        severity,
        message,
        indicatorId,
        field,
      })),
    }));
  const wanted = await told('xlsx');

  it('has faults of its own', () => {
    const rules = wanted.flatMap(({ said }) => said.map(({ ruleId }) => ruleId));
    for (const rule of faults) expect(rules).toContain(rule);
  });

  it.each(['json', ...FORMATS])('says the same as .%s', async (format) => {
    expect(await told(format)).toEqual(wanted);
  });
});

describe('the same report', async () => {
  const findings = async (format: string) => {
    const name = `formats/report.${format}`;
    const found = findFindings(await readDocument(readFileSync(fixturePath(name)), name), reading);
    return found.map(({ id, kind, marker, text, parentId, pairedWith }) => ({
      id,
      kind,
      marker,
      text,
      parentId,
      pairedWith,
    }));
  };
  const wanted = await findings('txt');

  it('has three problems with parts and three suggestions', () => {
    expect(wanted.filter(({ parentId }) => parentId === null).map(({ marker, text }) => marker + text)).toEqual([
      '（一）绩效目标设置不够科学',
      '（二）预算执行进度偏慢',
      '（三）档案资料管理不规范',
      '（一）完善绩效指标体系',
      '（二）加快预算执行',
      '（三）规范验收资料归档',
    ]);
  });

  it.each(['docx', 'doc', 'pdf', 'html', 'md'])('as .%s', async (format) => {
    expect(await findings(format)).toEqual(wanted);
  });
});
