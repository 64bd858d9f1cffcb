/** Whether a value cell holds several targets, each said of something of its own. */
import type { NumberPart, Quantity, Understood } from '../indicators/index.js';

const NAMED = /[\p{Script=Han}a-z]/u;
const SEPARATOR = /[,，;；、。\n/]|[和与及]/;

/** Two numbers parted by punctuation, each said of something of its own. */
function separateTargets({ numbers, text }: Quantity): readonly [NumberPart, NumberPart] | undefined {
  for (const [index, second] of numbers.entries()) {
    const first = numbers[index - 1];
    if (!first || first.change || second.change) continue;
    const gap = text.slice(first.end, second.start);
    const separator = SEPARATOR.exec(gap);
    if (!separator) continue;
    // 每天2次，全年700次: one activity seen twice. 5200户、1.6万人: one group counted twice.
    if (isFrequency(first) || isFrequency(second) || /每|平均|人均|其中/.test(gap)) continue;
    const between = gap.slice(separator.index + 1).replace(/[≥≤<>=\s]/g, '');
    // 检测1000人次，培训600人次 — or 2台电脑、1台打印机.
    const namedBefore = NAMED.test(between) && (NAMED.test(objectBefore(text, first)) || unlike(first, second));
    const namedAfter = NAMED.test(gap.slice(0, separator.index)) && NAMED.test(text.slice(second.end, second.end + 4));
    if (namedBefore || namedAfter) return [first, second];
  }
  return undefined;
}

function objectBefore(text: string, { start }: NumberPart): string {
  return text.slice(0, start).replace(/不低于|不少于|至少|达到?/g, '');
}

function unlike(a: NumberPart, b: NumberPart): boolean {
  return a.unit?.text !== b.unit?.text;
}

/** The first two targets of the indicator's value that stand apart, or undefined. */
export function severalTargets({ value }: Understood): readonly [NumberPart, NumberPart] | undefined {
  if (!value || value.numbers.length < 2 || value.unread.length > 0) return undefined;
  if (/[优良中差]|得分|扣/.test(value.text)) return undefined;
  return separateTargets(value);
}

/** 2次/周 beside a total says the same in another way; 1500元/人 beside 3000元/人 does not. */
function isFrequency({ unit }: NumberPart): boolean {
  return unit?.per !== undefined && unit.dimension !== 'money';
}
