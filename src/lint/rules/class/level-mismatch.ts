import type { Understood } from '../../../indicators/index.js';
import { SURELY_QUANTITY } from '../../level/amounts.js';
import { isMeasured } from '../../level/facets.js';
import { data } from '../../level/words.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'class/level-mismatch',
  data,
  indicator(understood, { data: own, understanding, report }) {
    const { framework } = understanding;
    const { level2 } = understood.levels;
    if (!level2) return;
    const hit = own.misplaced.get(level2)?.find(({ measured }) => isMeasured(measured, understood, understanding, own));
    if (!hit || isAtHome(understood, hit.measured)) return;
    // Where costs stand under outputs (财预〔2015〕88号) they have one box only.
    const isOlder = hit.belongs === 'cost-economic' && !framework.level1Of('cost-legacy').includes('cost');
    const right = framework.level2Name(isOlder ? 'cost-legacy' : hit.belongs);
    report({
      message: MESSAGES[hit.measured] ?? hit.measured,
      field: 'level2',
      evidence: understood.indicator.level2 ?? '',
      values: {
        core: understood.name.core,
        word: own.times.exec(understood.name.core)?.[0] ?? understood.measure.word,
        box: framework.level2Name(level2),
        right,
      },
      fix: { field: 'level2', value: right },
    });
  },
});

/** Facets that differ only in where they are wrong. */
const MESSAGES: Readonly<Record<string, string>> = {
  'plain-count': 'count',
  'plain-quality': 'how-well',
  exactness: 'how-well',
  deadline: 'timeliness',
  acceptance: 'quality',
  faults: 'how-well',
  'limited-sum': 'sum',
  'unit-price': 'cost',
  employment: 'effect',
  income: 'effect',
  takings: 'effect',
};

/** Facets that a word decides; of the others the model of names may think otherwise. */
const CERTAIN: ReadonlySet<string> = new Set([
  'satisfaction',
  'timeliness',
  'cost',
  'deadline',
  'employment',
  'income',
  'awareness',
  'takings',
]);
/** How good the model must find the stated box: an effect may be a price in words of its own, a count seldom is none. */
const ENOUGH = { gain: 0.35, other: 0.75 };

/** Whether the model of names finds the stated box a good one for this name. */
function isAtHome({ opinion, levels }: Understood, measured: string): boolean {
  if (!opinion || CERTAIN.has(measured)) return false;
  const box = levels.level2 === 'service-satisfaction' ? 'satisfaction' : levels.level2;
  const enough = measured === 'gain' ? ENOUGH.gain : ENOUGH.other;
  if (box !== undefined && opinion.box.of(box) >= enough) return true;
  // A count of work under a benefit: the model must see an output in it too.
  if (measured !== 'activity-count' || levels.level1 !== 'benefit') return false;
  return opinion.box.best() !== 'quantity' || opinion.box.of('quantity') < SURELY_QUANTITY;
}
