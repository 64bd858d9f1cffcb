/** Whether a value answers what its name asks for. */
import type { Dimension, MeasureKind, Understanding, Understood } from '../indicators/index.js';
import { bigrams } from '../text/similarity.js';

export type WrongAnswer = 'rate' | 'time' | 'amount' | 'degree' | 'event';

const RATES: ReadonlySet<MeasureKind> = new Set(['ratio', 'satisfaction', 'growth']);
const AMOUNTS: ReadonlySet<MeasureKind> = new Set([
  'count',
  'items',
  'people',
  'event',
  'area',
  'length',
  'volume',
  'mass',
  'quantity',
  'amount',
  'unit-cost',
]);

/** What a kind of measure may be answered with. Kinds that are not listed take anything. */
const ANSWERS: Partial<Record<MeasureKind, readonly Dimension[]>> = {
  ratio: ['ratio', 'score', 'physical', 'other'],
  satisfaction: ['ratio', 'score', 'other'],
  growth: ['ratio', 'money', 'physical', 'mass', 'volume', 'area', 'other', 'score', 'energy'],
  count: [
    'thing',
    'people',
    'household',
    'event',
    'other',
    'mass',
    'volume',
    'area',
    'length',
    'data',
    'energy',
    'money',
    'grade',
  ],
  items: ['thing', 'people', 'household', 'event', 'other', 'grade'],
  people: ['people', 'household', 'event', 'thing', 'other'],
  event: ['event', 'thing', 'people', 'household', 'other', 'time'],
  quantity: ['mass', 'volume', 'energy', 'area', 'length', 'physical', 'data', 'other', 'ratio'],
  area: ['area', 'other'],
  length: ['length', 'other'],
  amount: ['money', 'other', 'ratio'],
  'unit-cost': ['money', 'other'],
  duration: ['time', 'event', 'other'],
  deadline: ['time', 'other'],
  rank: ['time', 'grade', 'score', 'ratio', 'thing', 'people', 'other', 'physical'],
};

/** Fillers that are no object of their own. */
const OWN = /[\p{Script=Han}]{2}/u;
const FILLERS =
  /年度?|全年|每年|每人|完成|达到|不低于|实现|保持|控制在?|较|比|以上|以内|左右|按照?|合计|共计?|平均|年均|日均|月均|户均|人均|新增|目标|计划|其中|合同|约定/g;
const QUALITY_STATES = /合格|通过|验收|评审|达标|优良|奖/;

/** What kind of answer the name asks for and does not get, or undefined. Bare numbers with a wrong unit are no answer either, but value/unit-mismatch speaks of them. */
export function wrongAnswer(understood: Understood, { data }: Understanding): WrongAnswer | undefined {
  const { value, measure, unit, name } = understood;
  if (!value || value.kind === 'missing' || value.unread.length > 0) return undefined;
  const { kind } = measure;
  const asked = RATES.has(kind) ? 'rate' : isTime(understood) ? 'time' : AMOUNTS.has(kind) ? 'amount' : 'degree';
  const number = value.numbers[0];
  if (number) {
    const dimension = (number.unit ?? unit)?.dimension;
    // A share of 1,200 without a unit is a count.
    // A change answers any measure, and so does a rate per something: 3个/千活产儿, 每10辆中不少于9辆.
    if (number.change || number.unit?.per !== undefined || /每\d|\/|一遇/.test(value.text)) return undefined;
    if (asked === 'rate' && dimension === undefined && measure.bounded && number.value > 100 && value.words === '')
      return 'rate';
    if (asked === 'time' && dimension === 'money') return 'time';
    const words = value.words.replace(FILLERS, '');
    if (!OWN.test(words)) return undefined;
    const acted =
      data.words.taskVerbs.some((verb) => words.includes(verb)) ||
      /引进|更换|补植|收到|获得|开设|举办|上报|监测|发放|投入|参演/.test(words);
    // 事故起数 answered by 开展安全培训4次, whatever words the two share.
    if (measure.negative && AMOUNTS.has(kind) && acted && number.value > 0 && !measure.object.endsWith(words))
      return 'event';
    if (sharesWord(words, name.core)) return undefined;
    const fitting = ANSWERS[kind];
    const fits = value.numbers.some((one) => one.unit !== undefined && fitting?.includes(one.unit.dimension));
    if (fitting && dimension !== undefined && !fitting.includes(dimension) && !fits) return asked;
    if (kind === 'degree' && acted && dimension !== 'ratio' && dimension !== 'time') return 'degree';
    if (kind === 'rank' && dimension === 'event') return 'degree';
    return undefined;
  }
  return withoutNumber(understood, asked);
}

function withoutNumber({ value, measure, name }: Understood, asked: WrongAnswer): WrongAnswer | undefined {
  if (!value) return undefined;
  const absent = value.kind === 'absence' || (value.kind === 'date' && /^全年\s?(?:无|零|未)/.test(value.text));
  if (asked === 'rate') return value.kind === 'date' || absent ? 'rate' : undefined;
  if (asked === 'time') return absent ? 'time' : undefined;
  if (asked === 'amount') {
    if (measure.negative) return undefined;
    if (value.kind === 'date' && !absent) return 'amount';
    const states = (value.kind === 'yes-no' || value.kind === 'words') && QUALITY_STATES.test(value.text);
    return states && !QUALITY_STATES.test(name.core) ? 'amount' : undefined;
  }
  if (measure.kind !== 'degree' || measure.aspect === 'timeliness') return undefined;
  return absent || (value.kind === 'date' && /前|底/.test(value.text)) ? 'degree' : undefined;
}

function isTime({ measure }: Understood): boolean {
  const { kind, aspect } = measure;
  return (
    kind === 'deadline' ||
    (kind === 'duration' && aspect === 'timeliness') ||
    (kind === 'degree' && aspect === 'timeliness')
  );
}

function sharesWord(words: string, core: string): boolean {
  const own = bigrams(core);
  for (const piece of bigrams(words)) if (own.has(piece)) return true;
  return false;
}
