import type { Example } from '../../src/classify/types.js';

/** A small world of three subjects; each part says it in its own words. */
export const EXAMPLES: readonly Example[] = ['a', 'b'].flatMap((part) => {
  const unit = part === 'a' ? '某局' : '某中心';
  return [
    ['problem', `${unit}未签订采购合同`, 'procurement', 'contract'],
    ['problem', `${unit}合同条款不明确`, 'procurement', 'contract'],
    ['problem', `${unit}采购未公开招标`, 'procurement', 'procurement-process'],
    ['suggestion', `建议${unit}规范采购招标程序`, 'procurement', 'procurement-process'],
    ['problem', `${unit}固定资产未入账`, 'assets', 'registration'],
    ['problem', `${unit}资产账实不符`, 'assets', 'registration'],
    ['suggestion', `建议${unit}盘点固定资产`, 'assets', 'inventory'],
    ['problem', `${unit}预算执行率仅45%`, 'budget', 'execution-rate'],
    ['suggestion', `建议${unit}加快预算支出进度`, 'budget', 'execution-rate'],
    ['neither', `${unit}工作完成良好`, '', ''],
    ['neither', '无', '', ''],
  ].map(([kind, text, category, tag]) => ({
    kind: kind as Example['kind'],
    text: text!,
    labels: category ? [{ category, tags: [tag!] }] : [],
    part,
  }));
});
