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
    'applyFixes',
    'Baseline',
    'Waivers',
    'explainer',
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
    'setUpLint',
    'writeOutput',
  ]);
});

it('rules', () => {
  expect(bundle().rules.map(({ id }) => id)).toEqual([
    'class/level-mismatch',
    'class/level-pair',
    'class/unknown-level',
    'coverage/no-benefit',
    'coverage/no-output',
    'measure/external-data',
    'measure/no-explanation',
    'measure/no-source',
    'name/compound',
    'name/contains-value',
    'name/duplicate',
    'name/format',
    'name/is-category',
    'name/missing',
    'name/no-measure',
    'name/slogan',
    'name/too-long',
    'name/vague',
    'scope/common-as-custom',
    'scope/input-as-output',
    'scope/process-as-output',
    'scope/spend-as-value',
    'selfeval/execution-rate',
    'selfeval/full-score-unmet',
    'selfeval/grade',
    'selfeval/missing-actual',
    'selfeval/no-deviation-reason',
    'selfeval/score-mismatch',
    'selfeval/score-over-weight',
    'selfeval/total',
    'value/all-hundred',
    'value/contract-conflict',
    'value/date-out-of-year',
    'value/direction',
    'value/missing',
    'value/name-conflict',
    'value/operator-missing',
    'value/out-of-range',
    'value/qualitative-only',
    'value/several-targets',
    'value/too-high',
    'value/too-low',
    'value/unit-mismatch',
    'value/unit-missing',
    'value/unparsable',
    'value/vague-quantifier',
    'value/yes-no',
    'weight/concentration',
    'weight/level-share',
    'weight/missing',
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
