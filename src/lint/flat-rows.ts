import { targetParts, type Understanding } from '../indicators/index.js';
import type { Draft, FlatRow } from '../schema/index.js';
import { isApplicable } from './applicable.js';

/** The indicators of a draft as flat rows; rows that say 不适用 or the like are left out. */
export function flatRows({ indicators }: Draft, understanding: Understanding): FlatRow[] {
  return indicators.filter(isApplicable).map((indicator) => {
    const { level1 = '', level2 = '', name, weight = null } = indicator;
    return {
      level1: level1.trim(),
      level2: level2.trim(),
      name: name.trim(),
      ...targetParts(indicator, understanding.understand(indicator).value),
      weight,
    };
  });
}
