import { z } from 'zod';
import type { Understanding, Understood } from '../../../indicators/index.js';
import { nameFault } from '../../name-fault.js';
import { severalTargets } from '../../several-targets.js';
import { defineRule } from '../../rule.js';

const data = z.strictObject({
  joints: z.array(z.string()).min(1),
  /** Words in which a joint is no joint: 及时, 和谐, 参与. */
  within: z.array(z.string()).min(1),
  /** Pairs of activities that are one: 维修保养. The first half, then the second. */
  pairs: z.array(z.tuple([z.string(), z.string()])),
});

export const rule = defineRule({
  id: 'name/compound',
  data,
  indicator(understood, { data: words, understanding, report }) {
    const fault = nameFault(understood, understanding)?.kind;
    if (fault !== undefined && fault !== 'no-measure') return;
    const { core } = understood.name;
    const valued = severalTargets(understood) !== undefined;
    for (const { left, right, joint } of splits(core, words)) {
      if (!valued && !isCompound(left, right, understood, understanding, words)) continue;
      report({
        message: 'two',
        field: 'name',
        evidence: core,
        values: { left: tail(left), right: head(right), joint },
      });
      return;
    }
  },
});

type Words = z.output<typeof data>;

function* splits(core: string, { joints, within }: Words): Generator<{ left: string; right: string; joint: string }> {
  const blocked = within.flatMap((word) => positions(core, word).map((at) => [at, at + word.length] as const));
  for (let at = 1; at < core.length - 1; at += 1) {
    const joint = joints.find((one) => core.startsWith(one, at));
    if (!joint || blocked.some(([from, to]) => at >= from && at < to)) continue;
    yield { left: core.slice(0, at), right: core.slice(at + joint.length), joint };
    at += joint.length - 1;
  }
}

function positions(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}

/** Measures that stand for themselves; 收入与支出 or 质量和数量 may be the two sides of one. */
const MEASURES: ReadonlySet<string> = new Set([
  'ratio',
  'satisfaction',
  'growth',
  'count',
  'items',
  'people',
  'event',
  'area',
  'length',
  'duration',
  'deadline',
]);
const COUNTING: ReadonlySet<string> = new Set(['count', 'items', 'event', 'people']);

/** Both sides carry a measure of their own (数量和合格率), or two activities share one count (培训及检查次数). */
function isCompound(
  left: string,
  right: string,
  { measure }: Understood,
  { measures, data }: Understanding,
  { pairs }: Words,
): boolean {
  const [a, b] = [measures.readCore(left), measures.readCore(right)];
  if (MEASURES.has(a.kind) && a.word.length >= 2 && MEASURES.has(b.kind)) return true;
  // 质量、时效: two activities under one count.
  if (!COUNTING.has(measure.kind) || measure.word.length < 2) return false;
  const second = right.slice(0, right.length - measure.word.length);
  const activities = data.measures.activityStems;
  const first = activities.find((word) => left.endsWith(word));
  const other = activities.find(
    (word) => second === word || (second.endsWith(word) && second.length - word.length <= 4),
  );
  if (!first || !other || first === other) return false;
  return !pairs.some(([one, two]) => left.endsWith(one) && second.startsWith(two));
}

function tail(text: string): string {
  return text.slice(-8);
}

function head(text: string): string {
  return text.slice(0, 10);
}
