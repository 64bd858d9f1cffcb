import { z } from 'zod';
import { PrefixIndex } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const data = z
  .strictObject({
    /** Who else holds figures, and what they do with them: 国家统计局公布, 由上级部门认定. */
    held: z.array(z.strictObject({ holders: z.array(z.string()).min(1), acts: z.array(z.string()).min(1) })).min(1),
    /** Figures that only others compile, named by themselves. */
    figures: z.array(z.string()).min(1),
  })
  .transform(({ held, figures }) => ({
    holders: new PrefixIndex(held.flatMap(({ holders, acts }) => holders.map((word) => [word, acts] as const))),
    figures: new PrefixIndex(figures.map((word) => [word, true] as const)),
  }));

export const rule = defineRule({
  id: 'measure/external-data',
  data,
  indicator({ name, indicator, value }, { data: { holders, figures }, draft, understanding, report }) {
    const source = indicator.source === undefined ? '' : compact(indicator.source);
    if (source !== '' && /[\p{Script=Han}a-z]{2}/u.test(source) && !understanding.quantities.isPlaceholder(source))
      return;
    // 以海关统计月报为准 is a source, wherever it stands.
    const { explanation } = indicator;
    if (
      explanation !== undefined &&
      /以.{2,20}为准|数据(?:来源|来自|取自)|(?:来源于|取自|依据|根据).{2,20}(?:报告|公报|通报|月报|年报|系统|统计)/.test(
        explanation,
      )
    )
      return;
    const text = compact(`${name.text}${value?.text ?? ''}${explanation ?? ''}`.slice(0, LONGEST));
    const told =
      (explanation === undefined ? null : DISCLAIMED.exec(compact(explanation).slice(0, 200))) ??
      (value === undefined ? null : LEFT_TO_OTHERS.exec(compact(value.text).slice(0, 80)));
    // Whether a figure's source is left out can be told only where the form asks for it.
    const figure = draft.has('source') ? figures.at(compact(name.core), 0)?.word : undefined;
    const holder = figure ?? told?.[0] ?? heldBy(text, holders);
    const evidence = figure ?? holder;
    if (evidence === undefined) return;
    report({ message: figure ? 'figure' : 'holder', field: 'source', evidence, values: { core: name.core } });
  },
});

const LONGEST = 400;

/** The form itself says that the unit does not have the figure, or waits for others to give it. */
const DISCLAIMED =
  /(?:本单位|我局|我单位|本局|本部门)(?:不掌握|无台账|无法取得|没有数据)|不对外公布|未公布则估算|口头反馈|申请后(?:才能)?取得|(?:等待?|待)[^，。；]{2,10}(?:评定|考核|公布|认定)|由(?:省|市|国家|上级|部)[^，。；]{0,10}(?:测评|评定|打分|反馈|考核|认定|抽测)|(?:企业|电商|平台|银行|供电|税务|公安|海关|医保|高校)[^，。；]{0,8}(?:掌握|内部数据|后台数据|自行统计)/;
/** A target that others will set: 以生态环境部公布为准. */
const LEFT_TO_OTHERS = /(?:以|按|由|待|等待)[^，。；]{2,12}(?:公布|评定|认定|考核结果|测评|核定)(?:为准|结果)?$/;

/** 国家统计局公布, 由上级主管部门认定: a holder and, close behind, what he does. */
function heldBy(text: string, holders: PrefixIndex<readonly string[]>): string | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const hit = holders.at(text, at);
    if (!hit) continue;
    const end = at + hit.word.length;
    const near = text.slice(end, end + 8);
    const act = hit.value.find((word) => near.includes(word));
    if (act) return text.slice(at, end + near.indexOf(act) + act.length);
  }
  return undefined;
}
