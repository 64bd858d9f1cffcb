/** What was understood of an indicator, in short lines of a label and a text. */
import type { ReadNumber, Term, UnderstoodView } from '../schema/index.js';

type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    labels: { kind: '种类', value: '数值', box: '归类', evidence: '线索', model: '模型' },
    word: (word: string) => `度量词“${word}”`,
    object: (object: string) => `对象“${object}”`,
    none: '没有填',
    outside: '没有写明或不认识',
    read: (text: string, kind: string) => `“${text}”读作${kind}`,
    unread: (text: string) => `未读懂“${text}”`,
    change: '（变化幅度）',
    between: '，',
    parted: '；',
    heads: ['能否衡量', '种类', '归类', '依据'],
    colon: ' ',
    quote: (text: string) => `“${text}”`,
    list: '、',
  },
  en: {
    labels: { kind: 'Kind', value: 'Value', box: 'Box', evidence: 'Evidence', model: 'Model' },
    word: (word: string) => `measure word “${word}”`,
    object: (object: string) => `object “${object}”`,
    none: 'missing',
    outside: 'not stated or not known',
    read: (text: string, kind: string) => `“${text}” read as ${kind}`,
    unread: (text: string) => `not read: “${text}”`,
    change: ' (a change)',
    between: ', ',
    parted: '; ',
    heads: ['measurable', 'kind', 'box', 'because of'],
    colon: ': ',
    quote: (text: string) => ` “${text}”`,
    list: ', ',
  },
} as const;

/** Under each diagnostic with `--explain`. */
export function understoodLines(view: UnderstoodView, language: Language): (readonly [string, string])[] {
  const { labels, outside } = WORDS[language];
  const box = [view.level1, view.level2].flatMap((level) => (level ? [level[language]] : [])).join(' / ');
  const lines: (readonly [string, string])[] = [
    [labels.kind, kindText(view, language)],
    [labels.value, valueText(view, language)],
    [labels.box, box === '' ? outside : box],
  ];
  const evidence = view.evidence.map((one) => one[language] + (one.text === '' ? '' : WORDS[language].quote(one.text)));
  if (evidence.length > 0) lines.push([labels.evidence, evidence.join(WORDS[language].parted)]);
  if (view.model) lines.push([labels.model, modelText(view.model, language)]);
  return lines;
}

function kindText({ kind, word, object, aspect, direction }: UnderstoodView, language: Language): string {
  const words = WORDS[language];
  const parts = [
    kind[language],
    word === '' ? '' : words.word(word),
    object === '' ? '' : words.object(object),
    aspect?.[language] ?? '',
    direction?.[language] ?? '',
  ];
  return parts.filter((part) => part !== '').join(words.between);
}

function valueText({ value, unit }: UnderstoodView, language: Language): string {
  const words = WORDS[language];
  if (!value || value.kind.code === 'missing') return words.none;
  const pieces = [...value.numbers.map((number) => numberText(number, language)), ...value.dates];
  const read = words.read(value.text, value.kind[language]) + (pieces.length > 0 ? ` ${pieces.join(words.list)}` : '');
  const column = value.numbers.length === 0 && unit !== undefined ? [unit] : [];
  return [read, ...column, ...value.unread.map(words.unread)].join(words.parted);
}

/** ≥ 95 %, 3 ~ 5 个. */
export function numberText({ operator, value, high, unit, change }: ReadNumber, language: Language): string {
  const range = high === undefined ? `${value}` : `${value} ~ ${high}`;
  const parts = [operator ?? '', range, unit ?? ''].filter((part) => part !== '');
  return parts.join(' ') + (change ? WORDS[language].change : '');
}

/** Answers of less than one percent are none. */
const LEAST_SCORE = 0.01;

function modelText({ judged, kind, box, pieces }: NonNullable<UnderstoodView['model']>, language: Language): string {
  const words = WORDS[language];
  const answers = (list: readonly (Term & { score: number })[]) =>
    list
      .filter(({ score }) => score >= LEAST_SCORE)
      .map((answer) => `${answer[language]} ${(answer.score * 100).toFixed(0)}%`)
      .join(words.list);
  const because = pieces.map((piece) => `${piece[language]} ${piece.weight.toFixed(2)}`).join(words.list);
  return [answers(judged), answers(kind), answers(box), because]
    .map((text, index) => (text === '' ? '' : `${words.heads[index]}${words.colon}${text}`))
    .filter((text) => text !== '')
    .join(words.parted);
}
