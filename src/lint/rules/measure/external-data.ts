import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const data = z.strictObject({
  /** Who else holds figures, and what they do with them: 国家统计局公布, 由上级部门认定. */
  held: z.array(z.strictObject({ holders: z.array(z.string()).min(1), acts: z.array(z.string()).min(1) })).min(1),
  /** Figures that only others compile, named by themselves. */
  figures: z.array(z.string()).min(1),
});

export const rule = defineRule({
  id: 'measure/external-data',
  data,
  indicator({ name, indicator, value }, { data: { held, figures }, draft, report }) {
    if (/[\p{Script=Han}a-z]{2}/u.test(compact(indicator.source ?? ''))) return;
    // 以海关统计月报为准 is a source, wherever it stands.
    if (
      /以.{2,20}为准|数据(?:来源|来自|取自)|(?:来源于|取自|依据|根据).{2,20}(?:报告|公报|通报|月报|年报|系统|统计)/.test(
        indicator.explanation ?? '',
      )
    )
      return;
    const text = compact([name.text, value?.text ?? '', indicator.explanation ?? ''].join('\n').slice(0, 400));
    // Whether a figure's source is left out can be told only where the form asks for it.
    const figure = draft.has('source') ? figures.find((word) => compact(name.core).startsWith(word)) : undefined;
    const holder =
      figure ?? held.map(({ holders, acts }) => heldBy(text, holders, acts)).find((one) => one !== undefined);
    const evidence = figure ?? holder;
    if (evidence === undefined) return;
    report({ message: figure ? 'figure' : 'holder', field: 'source', evidence, values: { core: name.core } });
  },
});

/** 国家统计局公布, 由上级主管部门认定: a holder and, close behind, what he does. */
function heldBy(text: string, holders: readonly string[], acts: readonly string[]): string | undefined {
  for (const holder of holders) {
    const at = text.indexOf(holder);
    if (at < 0) continue;
    const near = text.slice(at + holder.length, at + holder.length + 8);
    const act = acts.find((word) => near.includes(word));
    if (act) return text.slice(at, at + holder.length + near.indexOf(act) + act.length);
  }
  return undefined;
}
