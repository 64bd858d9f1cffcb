/** A target → sign, figure and unit, where nothing is lost by taking it apart. */
import type { Indicator } from '../schema/index.js';
import { columnOperator } from './operators.js';
import type { Quantity } from './quantity.js';

export interface TargetParts {
  readonly operator: string;
  readonly value: string;
  readonly unit: string;
}

/** How forms say that a target is no figure. */
const QUALITATIVE = '定性';

/**
 * “≥120万平方米” is ≥ | 120 | 万平方米. A range, a change, a date, several targets, “每月1次” or a value that contradicts the
 * columns beside it stays whole.
 */
export function targetParts({ operator = '', value = '', unit = '' }: Indicator, quantity?: Quantity): TargetParts {
  const beside = { operator: operator.trim(), unit: unit.trim() };
  const whole = value.trim();
  const only = quantity && onlyNumber(quantity);
  const own = only?.ownUnit ? (only.unit?.text ?? '') : '';
  const isTwice = own !== '' && beside.unit !== '' && own !== beside.unit;
  const sign = columnOperator(beside.operator);
  const isContrary = only?.ownOperator === true && sign !== undefined && sign !== only.operator;
  if (!only || isTwice || isContrary) {
    const isFigure = (quantity?.numbers.length ?? 0) > 0 || whole === '';
    return {
      operator: beside.operator === '' && !isFigure ? QUALITATIVE : beside.operator,
      value: whole,
      unit: beside.unit,
    };
  }
  return {
    operator: only.operator ?? beside.operator,
    value: String(only.value),
    unit: beside.unit === '' ? own : beside.unit,
  };
}

/** The one number of a value that says nothing else. */
function onlyNumber({ text, numbers, notes, dates, words, unread }: Quantity) {
  const [only] = numbers;
  if (!only || numbers.length + notes.length + dates.length + unread.length > 1 || words !== '') return undefined;
  if (only.high !== undefined || only.change || only.approximate) return undefined;
  const before = text.slice(0, only.start).trim();
  const isSign = before === '' || columnOperator(before) !== undefined;
  return isSign && text.slice(only.end).trim() === '' ? only : undefined;
}
