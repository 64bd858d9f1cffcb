import { z } from 'zod';
import type { NumberPart, Understood, Understanding } from '../../../indicators/index.js';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

const data = z.strictObject({
  /** Units whose numbers name a thing rather than say how much of it: 二期, 3号, 24小时, 60岁. */
  naming: z.array(z.string()).min(1),
  /** Verbs before a number that make it a target: 新建3座公厕. */
  verbs: z.array(z.string()).min(1),
});

export const rule = defineRule({
  id: 'name/contains-value',
  data,
  indicator(understood, { data: { naming, verbs }, understanding, report }) {
    const { name, measure } = understood;
    if (!/[\d%≥≤<>=百]/.test(name.text) || nameFault(understood, understanding)?.kind === 'missing') return;
    const evidence =
      targetIn(name.core, understanding, { naming, verbs }, measure) ?? bracketTarget(understood, understanding);
    if (evidence === undefined) return;
    report({ message: 'target', field: 'name', evidence, values: { value: evidence } });
  },
});

type Words = z.output<typeof data>;

/**
 * The piece of the name that is its target: a sign with a number, a number with its unit at the end, a number behind a task
 * verb. A number that a noun follows (60岁以上老人, 110千伏线路) tells what is measured.
 */
function targetIn(
  core: string,
  { quantities }: Understanding,
  { naming, verbs }: Words,
  measure: Understood['measure'],
): string | undefined {
  const { numbers, text } = quantities.read(core);
  for (const number of numbers) {
    const rest = text.slice(number.end);
    const before = text.slice(0, number.start);
    const sign = /[≥≤<>=]{1,2}\s?$/.exec(before);
    if (sign) return text.slice(before.length - sign[0].length, number.end);
    if (!number.unit || naming.some((word) => number.unit?.text.startsWith(word))) continue;
    if (isPercent(number) ? /^(?:的|以上的|以下的)/.test(rest) : rest.startsWith('的')) continue;
    const worded = /(?:达到?|不低于|不少于|不超过|不高于|至少|超过|控制在|为)$/.exec(before)?.[0] ?? '';
    const shown = text.slice(before.length - worded.length, number.end);
    // 培训人数500人, 满意度达到95%以上
    if (rest === '' && before.length > 1) return shown;
    // 100%完成检查
    if (isPercent(number) && before === '' && /^(?:完成|达标|覆盖|通过|合格|到位|实现|发放|办结|落实)/.test(rest))
      return shown;
    const verb = verbs.find((word) => before.endsWith(word) || before.endsWith(`${word}不少于`));
    if (verb && rest !== '' && measure.kind === 'none' && !isPercent(number)) return shown;
  }
  return undefined;
}

function isPercent({ unit }: NumberPart): boolean {
  return unit?.dimension === 'ratio';
}

/** 培训人数(≥500人): a bracket that holds nothing but a target. */
function bracketTarget({ name }: Understood, { quantities }: Understanding): string | undefined {
  // (≥20t/d) in the middle of a name tells which thing is meant.
  return name.brackets.slice(-1).find((text) => {
    if (!name.text.endsWith(')')) return false;
    if (!/^\s?[≥≤<>=]/.test(text)) return false;
    const { numbers, words } = quantities.read(text);
    return numbers.length === 1 && words === '';
  });
}
