/** Which side of a target is the better one, as name and box tell: more pupils trained, fewer complaints. */
import type { Levels } from './framework.js';
import type { MeasureKind } from './knowledge.js';
import type { Measure } from './measure.js';

const BOUNDED = /控制|最高|上限|封顶|执行率|支出率|支付率|[使利]用率|负荷|占比|占用/;

/** Whether less than all may be what is wanted of a share: 预算执行率, 成本控制率, 资源使用率. */
export function mayBeBounded(core: string): boolean {
  return BOUNDED.test(core);
}

/** `sure-higher`: less could never be meant (满意度, 合格率). Undefined: either may be. */
export type Side = 'sure-higher' | 'higher' | 'lower' | undefined;

/** What an indicator says without its values. */
interface Named {
  readonly measure: Measure;
  readonly levels: Levels;
}

const COUNTED: ReadonlySet<MeasureKind> = new Set(['count', 'items', 'people', 'event', 'area', 'length']);
const SHARES: ReadonlySet<MeasureKind> = new Set(['ratio', 'satisfaction']);

/** The name first (`Measure.better`); where it leaves the matter open, the box it stands in. */
export function betterSide({ measure, levels }: Named): Side {
  const { kind, better } = measure;
  if (kind === 'growth') return undefined;
  if (levels.level1 === 'cost' || levels.level2 === 'cost-legacy') return better === 'higher' ? undefined : 'lower';
  if (better === 'higher') return SHARES.has(kind) ? 'sure-higher' : 'higher';
  // 无故障运行率: what does not happen, counted; neither side is sure.
  if (kind === 'absence') return /^[无零免]/.test(measure.word) ? undefined : 'lower';
  if (better === 'lower') return 'lower';
  // 减少投诉件数, 查处案件数: what the name leaves open the box does not settle.
  if (measure.negative) return undefined;
  // 放映公益电影 192场: so much is to be done, whatever it is called.
  if (kind === 'none' && levels.level2 === 'quantity') return 'higher';
  const counted = COUNTED.has(kind) && (levels.level2 === 'quantity' || measure.effect || measure.activity);
  return counted || (kind === 'amount' && levels.level2 === 'economic') ? 'higher' : undefined;
}
