import { z } from 'zod';
import { type MeasureKind, PrefixIndex, spell, wordIndex } from '../../../indicators/index.js';
import { alternatives } from '../../../text/any-of.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const data = z
  .strictObject({
    /** Who else holds figures, and what they do with them: 国家统计局公布, 由上级部门认定. */
    held: z.array(z.strictObject({ holders: z.array(z.string()).min(1), acts: z.array(z.string()).min(1) })).min(1),
    /** Figures that only others compile, named by themselves. */
    figures: z.array(z.string()).min(1),
    /** Offices by the stem of their name (林草, 统计) and what they end in (局, 部门): 国家林草局遥感解译. */
    offices: z.strictObject({ stems: z.array(z.string()).min(1), ends: z.array(z.string()).min(1) }),
    /** Others that are no office: 调查公司. */
    outsiders: z.array(z.string()).min(1),
    /** How they come to the figure: 抽样调查, 估值. */
    gives: z.array(z.string()).min(1),
    /** What is handed over or kept by the unit itself: 意见书, 存档. */
    records: z.array(z.string()).min(1),
    /** Who makes the statistics of the country public, and how: that names their source. */
    published: z.strictObject({ publishers: z.array(z.string()).min(1), acts: z.array(z.string()).min(1) }),
  })
  .transform(({ held, figures, offices, outsiders, gives, records, published }) => ({
    offices: wordIndex(offices.stems),
    ends: offices.ends.toSorted((a, b) => b.length - a.length),
    outsiders: wordIndex(outsiders),
    gives: wordIndex(gives),
    records: wordIndex(records),
    published: new RegExp(
      `由[^，。；]{0,8}${alternatives(published.publishers)}[^，。；]{0,6}${alternatives(published.acts)}`,
    ),
    holders: new PrefixIndex(held.flatMap(({ holders, acts }) => holders.map((word) => [word, acts] as const))),
    figures: new PrefixIndex(figures.map((word) => [word, true] as const)),
  }));

type Words = z.output<typeof data>;

export const rule = defineRule({
  id: 'measure/external-data',
  data,
  indicator({ name, indicator, value, measure }, { data: own, draft, understanding, report }) {
    const { figures } = own;
    const source = indicator.source === undefined ? '' : compact(indicator.source);
    if (source !== '' && /[\p{Script=Han}a-z]{2}/u.test(source) && !understanding.quantities.isPlaceholder(source))
      return;
    // 以海关统计月报为准 is a source, wherever it stands.
    const { explanation } = indicator;
    if (
      explanation !== undefined &&
      (own.published.test(explanation) ||
        (SETTLED.test(explanation) && !LEFT_TO_FIGURE.test(explanation) && !LEFT_TO_HOLDER.test(explanation)) ||
        /数据(?:来源|来自|取自)|(?:来源于|取自|依据|根据).{2,20}(?:报告|公报|通报|月报|年报|系统|统计)/.test(
          explanation,
        ))
    )
      return;
    const text = compact(`${name.text}${value?.text ?? ''}${explanation ?? ''}`.slice(0, LONGEST));
    const told =
      (explanation === undefined ? null : DISCLAIMED.exec(compact(explanation).slice(0, 200))) ??
      (value === undefined ? null : LEFT_TO_OTHERS.exec(compact(value.text).slice(0, 80)));
    // Whether a figure's source is left out can be told only where the form asks for it.
    const figure = draft.has('source') ? figures.at(compact(name.core), 0)?.word : undefined;
    const { project } = draft.draft;
    const self = `${project.unit ?? ''}${project.name}`;
    const given = (part: string) => givenBy(part, own, self);
    const holder =
      figure ??
      told?.[0] ??
      heldBy(text, own, self) ??
      (explanation === undefined || (DEFINED.has(measure.kind) && !LEFT_TO_FIGURE.test(explanation))
        ? undefined
        : given(compact(explanation.slice(0, 200)))) ??
      (value === undefined ? undefined : given(compact(value.text.slice(0, 80)))) ??
      (measure.kind === 'rank' ? rankedBy(name.core, project.unit ?? '') : undefined) ??
      (value === undefined ? undefined : decidedBy(compact(value.text), project.unit ?? '')) ??
      // 营商环境评价排名: others judge. 业务检查次数 the unit counts itself.
      (measure.kind === 'rank' || measure.kind === 'score' ? given(compact(name.core)) : undefined);
    const evidence = figure ?? holder;
    if (evidence === undefined) return;
    report({ message: figure ? 'figure' : 'holder', field: 'source', evidence, values: { core: name.core } });
  },
});

const LONGEST = 400;
/** 新认定企业数（工信部门公告认定）, 满意率（统计部门调查中评价满意的）: the explanation says what is counted, not who counts. */
const DEFINED: ReadonlySet<MeasureKind> = new Set(['count', 'items', 'people', 'event', 'satisfaction']);

/** 以海关统计月报为准 names a source; 以统计局核定数为准, 以调查公司口径为准 only says who has the figure. */
const SETTLED = /以.{2,20}为准/;
const LEFT_TO_FIGURE = /以[^，。；]{2,18}(?:口径|[^次件人户]数|数字|数据|估值|指数|数值|为定)为准/;

/** 以省统计局公布的增速为准, 以省厅年度认定结果为准: whoever declares it has it; 以公布的月报为准 is a source. */
const LEFT_TO_HOLDER =
  /以[^，。；]{2,14}(?:公布|认定|发布|通报|评定|核定|测评|考核)(?![^，。；]{0,8}(?:月报|季报|年报|公报|年鉴|报告|系统|证书|文件|名单|通知))[^，。；]{0,14}为准/;
/** 省级热线运行考核排名: where others stand is known to whoever compares them. */
const RANKED =
  /(?<level>全国|国家|全省|省级|全市|市级|上级|部级|厅级)[^，。；]{0,14}(?:排名|名次|位次|考核等次|测评结果|考评结果|考核结果)$/;

/** The form itself says that the unit does not have the figure, or waits for others to give it. */
const DISCLAIMED =
  /(?:本单位|我局|我单位|本局|本部门)(?:不掌握|无台账|无法取得|没有数据)|不对外公布|未公布则估算|口头反馈|申请后(?:才能)?取得|(?:等待|(?:^|[，。；])等|待(?!遇))[^，。；]{2,10}(?:评定|考核|公布|认定)|由(?:省|市|国家|上级|部)[^，。；]{0,10}(?:测评|评定|打分|反馈|考核|认定|抽测)|由(?:省|市|国家|上级|部)(?![^，。；]{0,10}(?:统计|调查队))[^，。；]{0,10}(?:公布|发布|调查)|以[^，。；]{2,12}(?:机构|部门|单位|上级)[^，。；]{0,4}(?:公布|发布)的?(?:结果|数据|排名|名单)(?:认定|确定|为准)|(?:企业|电商|平台|银行|供电|税务|公安|海关|医保|高校)[^，。；]{0,8}(?:掌握|内部数据|后台数据|自行统计)/;
/** A target that others will set: 以生态环境部公布为准. */
const LEFT_TO_OTHERS = /(?:以|按|由|待|等待)[^，。；]{2,12}(?:公布|评定|认定|考核结果|测评|核定)(?:为准|结果)?$/;

function rankedBy(core: string, unit: string): string | undefined {
  const level = (RANKED.exec(core) ?? RANKED_BY_OFFICE.exec(core))?.groups?.level;
  return level === undefined || isOfLevel(unit, level) ? undefined : core;
}

/** 省商务厅口岸评估排名: whoever is above the unit has ranked it. */
const RANKED_BY_OFFICE =
  /^(?<level>国家|中央|省|自治区|市)(?!场)[\p{Script=Han}]{1,8}?(?:厅|局|委|部|办|总队)[^，。；]{0,12}(?:排名|名次|位次|等次|评级)$/u;

/** 省总队评定良好以上: a target that one above the unit decides. */
const DECIDED =
  /^(?<level>国家|中央|省|自治区|市)(?!场)(?:[\p{Script=Han}]{0,8}?(?:厅|局|委(?!托)|总队|部门)|委|政府|领导小组)[\p{Script=Han}]{0,4}(?:评定|评价|考核|考评|测评|认定|通报)/u;

function decidedBy(text: string, unit: string): string | undefined {
  const hit = DECIDED.exec(text);
  return hit?.groups?.level === undefined || isOfLevel(unit, hit.groups.level) ? undefined : hit[0];
}

/** A department of the province draws up the ranks of the province itself; one of a city in it does not. */
function isOfLevel(unit: string, level: string): boolean {
  const own = /[省市]|自治区/.exec(level)?.[0];
  if (own === undefined) return false;
  // 县市场监督管理局 and 县城市管理局 are no bodies of a city.
  const at = unit.search(own === '市' ? /(?<!城)市(?!场|政|民|容)(?!.*(?<!城)市(?!场|政|民|容))/u : own);
  return at >= 0 && !BELOW.test(unit.slice(at + own.length));
}

/** 某市, 某县 behind the province; 市场监督管理局 is a department, 县域经济处 too. */
const BELOW = /[市州盟](?!场)|(?<!社|地|园|新|山|矿|库|林|牧|灾)[县区旗](?!域)|(?<!城)[乡镇](?!村|建)/;

/** 国家统计局公布, 由上级主管部门认定: a holder and, close behind, what he does. */
function heldBy(text: string, { holders, offices }: Words, self: string): string | undefined {
  spell(text);
  for (let at = 0; at < text.length; at += 1) {
    const hit = holders.here(at);
    if (!hit) continue;
    // 公安部门 are no others to a 公安局.
    const stem = offices.at(hit.word, 0)?.word;
    if (stem !== undefined && self.includes(stem)) continue;
    const end = at + hit.word.length;
    const near = text.slice(end, end + 8);
    const act = hit.value.find((word) => near.includes(word));
    if (act) return text.slice(at, end + near.indexOf(act) + act.length);
  }
  return undefined;
}

/** How far behind an office stands what it does: 教育部基础教育质量监测中心抽测. */
const REACH = 14;
/** 向省厅申报, 报送统计局, 本局统计: the unit's own work. */
const OWN_WORK = /(?:向|报|报送|上报|送|接受|配合|本|我|与|为|对)(?:国家|省|市|县|区)?$/;

/** 国家林草局遥感解译, 公安交警部门提供: an office of others and, in the same clause, how it comes to the figure. */
function givenBy(text: string, own: Words, self: string): string | undefined {
  spell(text);
  for (let at = 0; at < text.length; at += 1) {
    const end = officeEnd(text, at, own, self);
    if (end === undefined || OWN_WORK.test(text.slice(0, at))) continue;
    const [clause = ''] = text.slice(end, end + REACH).split(/[，。；,;、]/, 1);
    const act = own.gives.find(clause);
    // Looked for last, as offices are rare.
    if (act) return own.records.find(text) ? undefined : text.slice(at, end + act.start + act.word.length);
    spell(text);
  }
  return undefined;
}

/** Where the name of an office of others ends that begins at `at`; one whose stem the unit's own name holds is no other. */
function officeEnd(text: string, at: number, own: Words, self: string): number | undefined {
  const outsider = own.outsiders.at(text, at);
  if (outsider) return at + outsider.word.length;
  const stem = own.offices.at(text, at);
  if (!stem || self.includes(stem.word)) return undefined;
  const from = at + stem.word.length;
  const end = own.ends.find((word) => text.startsWith(word, from));
  return end === undefined ? undefined : from + end.length;
}
