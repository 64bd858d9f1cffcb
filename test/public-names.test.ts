/** Names that other programs rely on: a lost or renamed one shows here as a difference. */
import { expect, it } from 'vitest';
import * as library from '../src/index.js';
import * as node from '../src/platform/index.js';
import { TAXONOMY } from '../src/schema/index.js';
import { bundle } from './support/rules.js';

it('exports', () => {
  for (const name of [
    'lintDraft',
    'splitFindings',
    'createClassifier',
    'createSegmenter',
    'readDocument',
    'readDrafts',
    'findFindings',
    'annotateWorkbook',
    'buildWorkbook',
    'draftSchema',
    'findingSchema',
    'diagnosticSchema',
    'lintResultSchema',
    'reviewResultSchema',
    'JixiaoError',
  ]) {
    expect(library).toHaveProperty(name);
  }
  expect(Object.keys(node).sort()).toEqual([
    'WORD_ENGINES',
    'isFolder',
    'loadConfig',
    'loadFindingsModel',
    'loadReadingData',
    'loadRuleBook',
    'loadSegmenter',
    'loadTableData',
    'packageVersion',
    'readInput',
    'writeOutput',
  ]);
});

it('rules', () => {
  expect(bundle().rules.map(({ id }) => id)).toEqual([
    'class/level-mismatch',
    'coverage/goal-uncovered',
    'coverage/no-benefit',
    'coverage/no-cost',
    'coverage/no-output',
    'coverage/no-quality',
    'coverage/no-quantified-benefit',
    'coverage/no-quantity',
    'coverage/no-satisfaction',
    'coverage/no-timeliness',
    'coverage/too-few',
    'coverage/too-many',
    'coverage/unrelated',
    'goal/annual-equals-total',
    'goal/benefit-only',
    'goal/duties-as-goal',
    'goal/missing',
    'goal/not-quantified',
    'goal/output-only',
    'goal/stale-year',
    'goal/vague',
    'name/duplicate',
    'name/is-category',
    'name/missing',
    'name/near-duplicate',
    'name/slogan',
    'name/too-long',
    'scope/common-as-custom',
    'scope/spend-as-value',
    'value/goal-conflict',
    'value/missing',
    'value/out-of-range',
    'value/qualitative-only',
    'value/unit-mismatch',
    'weight/sum',
  ]);
});

it('categories and tags', () => {
  expect(Object.entries(TAXONOMY).map(([code, { tags }]) => [code, Object.keys(tags).length])).toEqual([
    ['target-setting', 8],
    ['budget', 5],
    ['finance', 5],
    ['performance-management', 7],
    ['supervision', 5],
    ['implementation', 8],
    ['assets', 4],
    ['procurement', 4],
    ['policy', 4],
    ['outcomes', 4],
  ]);
});
