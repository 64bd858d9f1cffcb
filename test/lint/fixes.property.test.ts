/**
 * A fix mends what it was proposed for: the fault is gone when the corrected draft is read, nothing else that was stated is
 * gone with it, and no new fault stands in the corrected indicator. A fix that only keeps a rule from looking fails here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fc } from '@fast-check/vitest';
import { describe, expect, it, test } from 'vitest';
import { readName } from '../../src/indicators/index.js';
import { isCommonTitle } from '../../src/lint/common-indicators.js';
import { type PlannedFix, plannedFixes } from '../../src/lint/fixes.js';
import { Linter } from '../../src/lint/lint-draft.js';
import { chooseProfile } from '../../src/lint/settings.js';
import { type Diagnostic, type Draft, draftSchema, type Indicator } from '../../src/schema/index.js';
import { fixturePath } from '../support/documents.js';
import { bundle, ruleBook } from '../support/rules.js';

const linter = new Linter(ruleBook(), { preset: 'strict' });
const { understanding } = linter;
const common = chooseProfile(ruleBook()).common;

const examples = bundle().rules.flatMap(({ id, examples: own }) =>
  own.map(({ name, project, indicator, indicators }): [string, Draft] => [
    `${id} ${name}`,
    draftSchema.parse({
      project: { name: '示例', ...project },
      indicators: indicators ?? (indicator ? [indicator] : []),
    }),
  ]),
);
const folder = fixturePath('validation/dev');
const drafts = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, Draft] => {
    const file = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { draft?: object };
    return [name, draftSchema.parse(file.draft ?? file)];
  });

function corrected(draft: Draft, fixes: readonly PlannedFix[]): Draft {
  const indicators = draft.indicators.map((indicator) => {
    const changes = fixes.filter(({ indicatorId }) => indicatorId === indicator.id).flatMap((fix) => fix.changes);
    return { ...indicator, ...Object.fromEntries(changes.map(({ field, value }) => [field, value])) };
  });
  return { ...draft, indicators };
}

/** What the figures of a value say, its sign and unit aside. */
function figures(indicator: Indicator): unknown {
  const { value } = understanding.understand(indicator);
  return value && [value.numbers.map(({ value: own, high, change }) => [own, high, change]), value.dates, value.words];
}

/** How the corrected field must read, by what was at fault. */
const READS: Readonly<Record<string, (after: Indicator, before: Indicator, fix: PlannedFix) => void>> = {
  'value/direction': (after) => {
    const { value, measure, opinion } = understanding.understand(after);
    const told = /越[小低少短]越/.test(after.explanation ?? '') ? 'lower' : undefined;
    // Of what a project costs nobody asks for at least so much.
    const spent = after.level2 === '经济成本指标' ? 'lower' : undefined;
    const better = measure.better ?? told ?? spent ?? opinion?.better.best();
    const number = value?.numbers[0];
    // What must not happen at all is to be none.
    const low = number?.value === 0 ? ['='] : ['≤', '<'];
    expect(better === 'lower' ? low : ['≥', '>', '=', undefined]).toContain(number?.operator);
  },
  'value/out-of-range': (after) => {
    expect(['=', undefined]).toContain(understanding.understand(after).value?.numbers[0]?.operator);
  },
  'value/operator-missing': (after) => {
    expect(understanding.understand(after).value?.numbers[0]?.operator).toMatch(/[≥≤]/);
  },
  'value/unit-missing': (after) => {
    expect(understanding.understand(after).value?.numbers[0]?.unit).toBeDefined();
  },
  'name/format': (after, before) => {
    expect(readName(after.name).core).toBe(readName(before.name).core);
  },
  'class/level-mismatch': (after, _, { changes }) => {
    const { level1, level2 } = understanding.framework.resolve(after.level1, after.level2);
    expect(level2 && understanding.framework.level1Of(level2)).toContain(level1);
    expect(changes.map(({ field }) => field)).toContain('level2');
  },
  'class/level-pair': (after) => {
    const { level1, level2 } = understanding.framework.resolve(after.level1, after.level2);
    expect(level2 && understanding.framework.level1Of(level2)).toContain(level1);
  },
  // A label may be put right only where the row is what the new label says.
  'scope/common-as-custom': (after) => {
    expect(isCommonTitle(readName(after.name).core, common)).toBe(true);
  },
};

function check(draft: Draft): void {
  const before = linter.lint(draft);
  const fixes = plannedFixes(before, draft, understanding.framework);
  const next = corrected(draft, fixes);
  const after = linter.lint(next);
  const key = ({ ruleId, indicatorId }: Pick<Diagnostic, 'ruleId' | 'indicatorId'>) => `${ruleId} ${indicatorId ?? ''}`;
  const own = (all: readonly Diagnostic[], id: string) => all.filter(({ indicatorId }) => indicatorId === id).map(key);
  for (const fix of fixes) {
    const [old, now] = [draft, next].map(({ indicators }) => indicators.find(({ id }) => id === fix.indicatorId));
    if (!old || !now) throw new Error('a fix of no indicator');
    expect(READS, fix.ruleId).toHaveProperty([fix.ruleId]);
    READS[fix.ruleId]?.(now, old, fix);
    expect(figures(now)).toEqual(figures(old));
    const mended = new Set(fixes.filter(({ indicatorId }) => indicatorId === fix.indicatorId).map(key));
    // Exactly what was mended is gone; nothing has come.
    expect(own(after, fix.indicatorId)).toEqual(own(before, fix.indicatorId).filter((one) => !mended.has(one)));
  }
}

describe('every fix', () => {
  it.each([...examples, ...drafts])('%s', (_, draft) => check(draft));
});

const FAULTS = [
  ['物业服务投诉率', '≥', '5%'],
  ['受益群众满意度', '≤', '90%'],
  ['单位养护成本', '>=', '12元/平方米'],
  ['培训合格率', '＜', '95%'],
  ['验收合格率', '≥', '100%'],
  ['服务对象满意度', '', '90%'],
  ['项目总成本', '', '260万元'],
  ['培训人次', '≥', '300'],
] as const;
const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

test('a fix changes a sign or adds a unit, and every other character of the value stays', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FAULTS),
      fc.constantFrom('', ' ', '\u3000', '\n'),
      fc.constantFrom('', ' '),
      fc.boolean(),
      fc.constantFrom('', ' ', '（含）', '\n'),
      ([name, sign, value], lead, gap, isWide, tail) => {
        const written = isWide ? wide(value) : value;
        const indicator = {
          level1: '产出指标',
          name,
          value: `${lead}${sign}${sign === '' ? '' : gap}${written}${tail}`,
        };
        const draft = draftSchema.parse({ project: { name: '示例' }, indicators: [indicator] });
        check(draft);
        const planned = plannedFixes(linter.lint(draft), draft, understanding.framework);
        const values = planned.flatMap(({ changes }) => changes.filter(({ field }) => field === 'value'));
        for (const change of values) expect(change.value).toContain(written);
      },
    ),
    { numRuns: 300 },
  );
});
