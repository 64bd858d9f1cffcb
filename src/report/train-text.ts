/** What is said while and after a model is trained. */
import type { EvaluationTotals, TaxonomyNames } from '../schema/index.js';
import { percent } from './evaluation-words.js';
import { categoryName, tagName } from './label-text.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';

interface Placed {
  readonly place: { readonly file?: string; readonly line?: number; readonly sheet?: string; readonly cell?: string };
  readonly kind: string;
  readonly labels: readonly { readonly category: string; readonly tags: readonly string[] }[];
  readonly dropped?: readonly string[];
}

interface Disagreement {
  readonly earlier: Placed;
  readonly later: Placed;
}

export interface TrainingSummary {
  readonly model: string;
  readonly texts: number;
  readonly modelFile: string;
  readonly figures?: EvaluationTotals;
  readonly rare: readonly { readonly label: string; readonly texts: number }[];
  readonly conflicts: readonly Disagreement[];
  readonly disagreements: readonly Disagreement[];
  readonly corrections?: {
    readonly corpus: string;
    readonly added: number;
    readonly repeated: number;
    readonly left: number;
    readonly dropped: readonly Placed[];
  };
}

/** More lines of one kind than this are counted only. */
const MOST = 20;
const MOST_RARE = 6;

/** One line a sentence; conflicts first, the result last. */
export function trainingText(summary: TrainingSummary, language: Language, taxonomy: TaxonomyNames): string[] {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const { model, texts, modelFile, figures, rare, conflicts, disagreements, corrections } = summary;
  const told = [
    ...listed(
      conflicts.map(({ earlier, later }) => conflictText(earlier, later, language, taxonomy)),
      language,
    ),
    ...listed(
      (corrections?.dropped ?? []).map((one) => droppedText(one, language)),
      language,
    ),
    ...listed(
      disagreements.map(({ earlier, later }) => disagreementText(earlier, later, language, taxonomy)),
      language,
    ),
  ];
  if (corrections) {
    const { corpus, added, repeated, left } = corrections;
    told.push(
      say(
        `更正：${added} 条记入 ${plain(corpus)}；${repeated} 条以前已有；${left} 条与模型判断相同，没有改动，未记入`,
        `corrections: ${added} added to ${plain(corpus)}; ${repeated} known already; ${left} left as the model had them, not added`,
      ),
    );
  }
  if (rare.length > 0) told.push(rareText(rare, language, taxonomy));
  if (figures) told.push(figuresText(figures, language));
  told.push(
    say(
      `已写入 ${plain(modelFile)} 和同一文件夹的 card.json（${model}，${texts} 条文本）`,
      `wrote ${plain(modelFile)} and card.json beside it (${model}, ${texts} texts)`,
    ),
  );
  return told;
}

function listed(lines: readonly string[], language: Language): string[] {
  if (lines.length <= MOST) return [...lines];
  const more = lines.length - MOST;
  return [...lines.slice(0, MOST), language === 'zh' ? `……另有 ${more} 条同类情况` : `… and ${more} more of this kind`];
}

function conflictText(earlier: Placed, later: Placed, language: Language, taxonomy: TaxonomyNames): string {
  const [now, before] = [later, earlier].map((one) => said(one, language, taxonomy));
  return language === 'zh'
    ? `标注冲突：${now}与 ${before}文本相同而标注不同；采用前者`
    : `conflict: ${now} and ${before} label the same text differently; the former is used`;
}

function disagreementText(earlier: Placed, later: Placed, language: Language, taxonomy: TaxonomyNames): string {
  const [now, before] = [later, earlier].map((one) => said(one, language, taxonomy));
  return language === 'zh'
    ? `语料不一致：${now}与 ${before}文本相同而标注不同；两条都参与训练`
    : `the corpus disagrees: ${now} and ${before} label the same text differently; both are learnt from`;
}

function droppedText({ place, dropped = [] }: Placed, language: Language): string {
  const where = placeText(place, language);
  return language === 'zh'
    ? `${where}：标签“${plain(dropped.join('、'))}”不属于所标的类别，未采用；请按新类别填写标签`
    : `${where}: the tags “${plain(dropped.join(', '))}” belong to none of its categories and were left out`;
}

function rareText(rare: TrainingSummary['rare'], language: Language, taxonomy: TaxonomyNames): string {
  const few = rare.filter(({ texts }) => texts > 0);
  const never = rare.length - few.length;
  const names = few.slice(0, MOST_RARE).map(({ label, texts }) => `${labelText(label, language, taxonomy)} ${texts}`);
  if (few.length > MOST_RARE) names.push('…');
  if (language === 'en') {
    const told = few.length === 0 ? '' : `${few.length} have fewer than 5 and are hard to learn: ${names.join(', ')}`;
    const none = never === 0 ? '' : `${never} have no text and are never answered`;
    return `of the categories and tags ${[told, none].filter((part) => part !== '').join('; ')}`;
  }
  const told = few.length === 0 ? '' : `不足 5 条、难以学准的 ${few.length} 个：${names.join('、')}`;
  const none = never === 0 ? '' : `没有文本、不会给出的 ${never} 个`;
  return `类别和标签中，${[told, none].filter((part) => part !== '').join('；')}`;
}

function figuresText(figures: EvaluationTotals, language: Language): string {
  const { texts, primaryAccuracy, macroF1, abstention, acceptedAccuracy } = figures;
  const rest = acceptedAccuracy === null ? '–' : percent(acceptedAccuracy);
  return language === 'zh'
    ? `训练中留出检验 ${texts} 条：类别正确 ${percent(primaryAccuracy)}，宏平均 F1 ${macroF1.toFixed(3)}；待复核 ${percent(abstention)}，其余正确 ${rest}`
    : `on ${texts} texts held back in training: category right ${percent(primaryAccuracy)}, macro-F1 ${macroF1.toFixed(3)}; to be checked ${percent(abstention)}, right among the rest ${rest}`;
}

function said(one: Placed, language: Language, taxonomy: TaxonomyNames): string {
  const labels = one.labels.map(({ category, tags }) =>
    [categoryName(category, language, taxonomy), ...tags.map((tag) => tagName(category, tag, language, taxonomy))].join(
      '·',
    ),
  );
  const none = language === 'zh' ? '无类别' : 'none';
  const text = plain(labels.length === 0 ? none : labels.join(language === 'zh' ? '、' : ', '));
  const where = placeText(one.place, language);
  return language === 'zh' ? `${where}（${text}）` : `${where} (${text})`;
}

function labelText(label: string, language: Language, taxonomy: TaxonomyNames): string {
  const [category = '', tag] = label.split('/');
  const name = categoryName(category, language, taxonomy);
  return plain(tag === undefined ? name : `${name}·${tagName(category, tag, language, taxonomy)}`);
}

function placeText({ file = '', line, sheet, cell }: Placed['place'], language: Language): string {
  const name = plain(file);
  if (line !== undefined) return language === 'zh' ? `${name} 第 ${line} 行` : `${name} line ${line}`;
  return sheet === undefined ? name : `${name} ${plain(sheet)}!${cell ?? ''}`;
}

/** Said where a model is measured on what it was trained on. */
export function seenText(
  { model, file }: { readonly model: string; readonly file: string },
  language: Language,
): string {
  return language === 'zh'
    ? `注意：${plain(file)} 是模型 ${plain(model)} 训练时用过的语料，结果偏高；请换没有用过的文本，或加 --leave-one-part-out`
    : `note: ${plain(model)} was trained on ${plain(file)}, so that its figures are too good; use other texts, or --leave-one-part-out`;
}

/** “45%，还需约 1 分 20 秒”; `left` in seconds, undefined where nothing can be said yet. */
export function progressText(share: number, left: number | undefined, language: Language): string {
  const done = `${Math.floor(100 * share)}%`;
  if (left === undefined) return language === 'zh' ? `训练 ${done}` : `training ${done}`;
  const [minutes, seconds] = [Math.floor(left / 60), Math.ceil(left % 60)];
  if (language === 'en') return `training ${done}, about ${minutes > 0 ? `${minutes} min ` : ''}${seconds} s left`;
  return `训练 ${done}，还需约 ${minutes > 0 ? `${minutes} 分 ` : ''}${seconds} 秒`;
}
