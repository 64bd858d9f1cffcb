import { CharacterSet } from '../text/character-set.js';
import { compact } from '../text/fold.js';
import type { IndicatorRow } from '../indicators/index.js';

const NOT_APPLICABLE =
  /^(?:本项目|本单位|本部门)?(?:不适用|不涉及)(?:此|该|本)?(?:项|类)?(?:指标)?$|^本项目(?:无|没有)(?:此|该)(?:项|类)?指标$/;
const DOTS = /^[.…。·]+$/;
const DOT = new CharacterSet('.…。·');

/**
 * Whether a row is an indicator at all: a row that says 本项目不适用此指标, or that is empty but for its headings,
 * is none.
 */
export function isApplicable(
  indicator: Pick<IndicatorRow, 'name' | 'value' | 'weight' | 'score' | 'actual' | 'explanation'>,
): boolean {
  const name = compact(indicator.name);
  const value = compact(indicator.value ?? '');
  if (isNotApplicable(name) || isNotApplicable(value)) return false;
  // Many forms ask for 无 where a class does not apply.
  const isNone = (text: string) => text === '无' || text === '';
  if (name === '无' && isNone(value) && (indicator.weight ?? 0) <= 0) return false;
  if (DOT.hasAt(name, 0) && DOTS.test(name) && (value === '' || DOTS.test(value))) return false;
  if (name !== '' || value !== '' || indicator.weight !== undefined || indicator.score !== undefined) return true;
  return [indicator.actual, indicator.explanation].some((text) => compact(text ?? '') !== '');
}

/** All such texts begin with 本 or 不. */
function isNotApplicable(text: string): boolean {
  return (text.startsWith('本') || text.startsWith('不')) && NOT_APPLICABLE.test(text);
}
