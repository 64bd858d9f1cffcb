/** What codes of the understanding are called in both languages. */
import type { Term } from '../schema/index.js';

type Names = Readonly<Record<string, readonly [zh: string, en: string]>>;

export const KINDS: Names = {
  count: ['数量', 'count'],
  items: ['件数', 'items'],
  people: ['人数', 'people'],
  event: ['次数', 'events'],
  quantity: ['总量', 'quantity'],
  ratio: ['比率', 'ratio'],
  growth: ['增减幅度', 'growth'],
  amount: ['金额', 'amount of money'],
  'unit-cost': ['单位成本', 'unit cost'],
  length: ['长度', 'length'],
  area: ['面积', 'area'],
  volume: ['体积', 'volume'],
  mass: ['重量', 'mass'],
  extent: ['长度、面积等', 'extent'],
  duration: ['时长', 'duration'],
  deadline: ['时限', 'deadline'],
  degree: ['程度', 'degree'],
  satisfaction: ['满意度', 'satisfaction'],
  score: ['评分', 'score'],
  rank: ['名次', 'rank'],
  absence: ['不发生', 'absence'],
  graded: ['等级', 'grade'],
  none: ['没有度量词', 'no measure word'],
};

export const ASPECTS: Names = {
  timeliness: ['时效', 'timeliness'],
  quality: ['质量', 'quality'],
  cost: ['成本', 'cost'],
  satisfaction: ['满意度', 'satisfaction'],
};

export const DIRECTIONS: Names = { higher: ['越高越好', 'higher is better'], lower: ['越低越好', 'lower is better'] };

export const VALUE_KINDS: Names = {
  missing: ['没有填', 'missing'],
  number: ['数值', 'number'],
  date: ['日期', 'date'],
  standard: ['等级或标准', 'grade or standard'],
  'yes-no': ['是否类', 'yes or no'],
  absence: ['不发生', 'absence'],
  words: ['文字', 'words'],
};

export const JUDGEMENTS: Names = {
  sound: ['可衡量', 'sound'],
  slogan: ['口号', 'slogan'],
  vague: ['笼统', 'vague'],
  'no-measure': ['没有度量', 'no measure'],
};

export const LEVEL1: Names = {
  cost: ['成本指标', 'cost'],
  output: ['产出指标', 'output'],
  benefit: ['效益指标', 'benefit'],
  satisfaction: ['满意度指标', 'satisfaction'],
  management: ['管理指标', 'management'],
};

export const LEVEL2: Names = {
  quantity: ['数量指标', 'quantity'],
  quality: ['质量指标', 'quality'],
  timeliness: ['时效指标', 'timeliness'],
  'cost-legacy': ['成本指标', 'cost'],
  'cost-economic': ['经济成本指标', 'economic cost'],
  'cost-social': ['社会成本指标', 'social cost'],
  'cost-ecological': ['生态环境成本指标', 'ecological cost'],
  economic: ['经济效益指标', 'economic benefit'],
  social: ['社会效益指标', 'social benefit'],
  ecological: ['生态效益指标', 'ecological benefit'],
  sustainable: ['可持续影响指标', 'lasting effect'],
  'service-satisfaction': ['服务对象满意度指标', 'satisfaction'],
  satisfaction: ['服务对象满意度指标', 'satisfaction'],
};

export const EVIDENCE: Names = {
  'measure-word': ['度量词', 'measure word'],
  wish: ['愿望动词', 'wish verb'],
  task: ['任务动词', 'task verb'],
  result: ['结果动词', 'result verb'],
  tail: ['愿望式结尾', 'wishful ending'],
  activity: ['数的是工作', 'counts work done'],
  effect: ['说的是效果', 'speaks of an effect'],
  quality: ['按质量计数', 'counts by quality'],
  bounded: ['最高为100%', 'ends at 100 %'],
  'value-wish': ['指标值是形容或口号', 'the value is an adjective or wish'],
  bracket: ['括号内的说明', 'remark in brackets'],
};

export const PROJECT: Names = {
  name: ['项目名称', 'project'],
  unit: ['实施单位', 'unit'],
  year: ['年度', 'year'],
  budget: ['预算（万元）', 'budget (万元)'],
  category: ['项目类型', 'category'],
  multiYear: ['跨年度', 'several years'],
  goal: ['总体目标', 'goal'],
  annualGoal: ['年度目标', 'annual goal'],
  duties: ['单位职责', 'duties'],
};

export const CATEGORIES: Names = {
  工程: ['工程', 'construction'],
  购置: ['购置', 'purchase'],
  修缮: ['修缮', 'repair'],
  补助: ['补助', 'subsidy'],
  运转: ['运转', 'running costs'],
  活动: ['活动', 'events'],
  信息化: ['信息化', 'information technology'],
  其他: ['其他', 'other'],
};

/** What a self-evaluation states beside its rows. */
export const RESULTS: Names = {
  budget: ['全年预算数（万元）', 'budget of the year (万元)'],
  spent: ['全年执行数（万元）', 'spent (万元)'],
  executionRate: ['执行率（%）', 'execution rate (%)'],
  executionWeight: ['执行率分值', 'weight of the rate'],
  executionScore: ['执行率得分', 'score of the rate'],
  total: ['总分', 'total'],
  otherTotal: ['总分（另一处）', 'total, elsewhere'],
  grade: ['评价等级', 'grade'],
};

export function term(names: Names, code: string): Term {
  const [zh, en] = names[code] ?? [code, code];
  return { code, zh, en };
}

const DIMENSIONS: Names = {
  ratio: ['比率', 'a ratio'],
  score: ['分数', 'points'],
  money: ['金额', 'money'],
  length: ['长度', 'a length'],
  area: ['面积', 'an area'],
  volume: ['体积', 'a volume'],
  mass: ['重量', 'a mass'],
  time: ['时间', 'a time'],
  energy: ['能源', 'energy'],
  data: ['数据量', 'data'],
  physical: ['物理量', 'a physical quantity'],
  people: ['人', 'people'],
  household: ['户', 'households'],
  event: ['次', 'events'],
  thing: ['物', 'things'],
  grade: ['等级', 'grades'],
};

const MARKS: Names = {
  ...EVIDENCE,
  negative: ['说的是坏事', 'speaks of something bad'],
  change: ['指标值是变化幅度', 'the value is a change'],
  'value-text': ['指标值是文字', 'the value is words'],
};

/** Marks of the form key=value: what the key is called, and the names of its values where they are codes. */
const KEYED: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly names?: Names }>> = {
  kind: { zh: '种类', en: 'kind', names: KINDS },
  aspect: { zh: '考核', en: 'assesses', names: ASPECTS },
  wish: { zh: '有', en: 'has a', names: EVIDENCE },
  value: { zh: '指标值是', en: 'the value is', names: VALUE_KINDS },
  unit: { zh: '单位表示', en: 'the unit is of', names: DIMENSIONS },
  word: { zh: '度量词', en: 'measure word' },
  lead: { zh: '开头的动词', en: 'leading verb' },
};

/** A piece that the model of names looks at: characters of the name (`^` its beginning, `$` its end), or a mark. */
export function pieceTerm(code: string): Term {
  const [, key = '', value = ''] = /^([a-z]+)=(.*)$/s.exec(code) ?? [];
  const keyed = Object.hasOwn(KEYED, key) ? KEYED[key] : undefined;
  if (keyed?.names) {
    const { zh, en } = term(keyed.names, value);
    return { code, zh: keyed.zh + zh, en: `${keyed.en} ${en}` };
  }
  if (keyed && value === '') return { code, zh: `没有${keyed.zh}`, en: `no ${keyed.en}` };
  if (keyed) return { code, zh: `${keyed.zh}“${value}”`, en: `${keyed.en} “${value}”` };
  if (Object.hasOwn(MARKS, code)) return term(MARKS, code);
  const text = code.replace(/^\^|\$$/g, '');
  const [first, last] = [code.startsWith('^'), code.endsWith('$')];
  const zh = first && last ? '全名' : first ? '开头' : last ? '结尾' : '含';
  const en = first && last ? 'whole name' : first ? 'begins with' : last ? 'ends with' : 'holds';
  return { code, zh: `${zh}“${text}”`, en: `${en} “${text}”` };
}
