/** A target and its result as a message shows them: with operator and unit, wherever the form has these. */
import type { Quantity, Understood } from '../indicators/index.js';

export function shownTarget({ indicator, value }: Understood): string {
  const operator = indicator.operator ?? '';
  const text = value?.text ?? '';
  const isSign = /^[≥≤=><≧≦＝＞＜]{1,2}$/.test(operator.trim()) && !/^[≥≤=><]/.test(text);
  return `${isSign ? operator.trim() : ''}${withUnit(value, indicator.unit)}`;
}

export function shownActual({ indicator, actual }: Understood): string {
  return withUnit(actual, indicator.unit);
}

/** The unit of the column stands with a number that has none of its own. */
function withUnit(quantity: Quantity | undefined, unit = ''): string {
  const [number] = quantity?.numbers ?? [];
  const isBare = number !== undefined && !number.ownUnit && !/^[/—-]?$/.test(unit.trim());
  return `${quantity?.text ?? ''}${isBare ? unit.trim() : ''}`;
}
