/** What the goals of a draft speak of, taken together: tasks, effects, wishes, or the unit's duties. */
import type { Content, GoalPiece, GoalReader, Understanding } from '../indicators/index.js';
import { pairAt } from '../text/pairs.js';
import { bigrams } from '../text/similarity.js';
import type { UnderstoodDraft } from './understood-draft.js';

export type GoalSense = 'duties' | 'vague' | 'benefit-only' | 'output-only' | 'sound';

/** Of these faults a goal has at most one, the first that holds. */
export function goalSense(draft: UnderstoodDraft, understanding: Understanding): GoalSense {
  return draft.once(goalSense, () => judge(draft, understanding));
}

function judge(draft: UnderstoodDraft, understanding: Understanding): GoalSense {
  const pieces = draft.goals.flatMap((goal) => goal.pieces);
  if (pieces.length === 0) return 'sound';
  if (isDuties(draft, pieces, understanding.goals)) return 'duties';
  // 民族团结一家亲 counts nothing.
  const isStated = pieces.some(
    ({ numbers, deadlines }) => numbers.some(({ text }) => /\d/.test(text)) || deadlines.length > 0,
  );
  if (!isStated && draft.goals.every(({ text }) => understanding.goals.isWishes(text))) return 'vague';
  const outputs = pieces.filter((piece) => isOutput(piece));
  const effects = pieces.filter((piece) => piece.isEffect);
  if (!pieces.some((piece) => isTask(piece, draft))) {
    // Beside slogans, what is only pushed on is no more than they are.
    const isPreached = pieces.some(({ isSlogan }) => isSlogan);
    const told = pieces.reduce(
      (sum, piece) =>
        sum + (piece.isSlogan || (isPreached && isPushed(piece)) ? 0 : specificLength(piece.content, draft)),
      0,
    );
    if (told < LEAST_TOLD) return 'vague';
  }
  // A piece that is neither, as far as can be told, may be either.
  const others = pieces.filter(
    (piece) => !piece.isEffect && !isOutput(piece) && !isEmpty(piece) && !DONE_WELL.test(piece.text),
  );
  if (outputs.length === 0 && effects.length > 0)
    return others.every(({ isActive, content, numbers }) => !isActive && numbers.length === 0 && isWish(content))
      ? 'benefit-only'
      : 'sound';
  if (others.some(({ isActive }) => !isActive)) return 'sound';
  const changes = effects.length > 0 || pieces.some((piece) => answersBenefit(piece, draft));
  return outputs.length > 0 && !changes ? 'output-only' : 'sound';
}

/** 办好客户端和广播电视节目: work, however it is called. */
const DONE_WELL = /^(?:切实|认真|扎实)?[做办抓搞]好/;

/** 全面推进文旅深度融合, 着力擦亮旅游名片: something is to go on or to shine, and nothing is done. */
function isPushed({ lead, text }: GoalPiece): boolean {
  return lead?.kind === 'push' || STRIVEN.test(text);
}

const STRIVEN = /^(?:着力|奋力|努力|大力|全力|切实|不断|持续|更好|充分|积极|进一步)/;

/** Anything that is done, delivered or counted; 学习贯彻精神 is nothing of the kind. */
function isTask(piece: GoalPiece, draft: UnderstoodDraft): boolean {
  if (piece.numbers.length > 0 || piece.deadlines.length > 0) return true;
  if (piece.isSlogan) return false;
  const { words } = piece.content;
  const acts = words.some(({ weight, generic }) => weight === ACT && !generic);
  if (acts && words.some(({ text, weight, generic }) => weight === 1 && !generic && text.length > 1)) return true;
  if (!isOutput(piece)) return false;
  return specificLength(piece.content, draft) > 0 || (piece.isActive && piece.content.words.at(-1)?.generic !== true);
}

const ACT = 0.5;

/** 食品产业健康有序发展: nothing but a hope. */
function isWish({ words }: Content): boolean {
  return words.at(-1)?.generic === true;
}

/** 到2024年底, 通过项目实施, 落实相关政策. */
function isEmpty({ text, content, lead, numbers }: GoalPiece): boolean {
  if (numbers.length === 0 && PREAMBLE.test(text)) return true;
  if (lead?.kind === 'push' && content.words.at(-1)?.generic) return true;
  return content.words.every((word) => word.generic || word.weight < 0.5 || word.text.length < 2);
}

/** 按照“五有”要求, 在上级统一部署下. */
const PREAMBLE = /^(?:严格|认真)?(?:按照?|根据|依据|依照|遵循|在.{2,12}(?:下|中|上)$)/;

/** Characters of things that are neither general nor in the project's own name. */
const LEAST_TOLD = 5;

function specificLength({ words }: Content, { match }: UnderstoodDraft): number {
  // …工作, …水平, …发展: whatever stands before, the wish is a general one.
  if (words.findLast(({ text }) => !STATES.has(text))?.generic) return 0;
  return words.reduce((sum, { text, weight, generic }) => {
    if (generic || weight < 1 || text.length < 2) return sum;
    return sum + unnamedLength(text, match);
  }, 0);
}

/** 训练有序开展: how it is done, behind what is done. */
const STATES: ReadonlySet<string> = new Set(['有序', '顺利', '正常', '平稳', '运转', '良好']);

/** How many characters of a word the project's name does not say already. */
function unnamedLength(word: string, match: UnderstoodDraft['match']): number {
  let length = 0;
  for (let at = 0; at < word.length; at += 1) {
    const isNamed = match.isNamed(pairAt(word, at)) || (at > 0 && match.isNamed(pairAt(word, at - 1)));
    if (!isNamed) length += 1;
  }
  return length;
}

/** 通过项目实施 names no output. */
function isOutput({ isOutput: says, numbers, deadlines, content, lead }: GoalPiece): boolean {
  if (!says) return false;
  const things = content.words.filter(
    ({ text, generic, weight }) => !generic && weight >= 0.5 && (text.length > 1 || weight < 1),
  );
  const verb = lead && content.words.some(({ text }) => text === lead.word) ? 1 : 0;
  return numbers.length > 0 || deadlines.length > 0 || things.length > verb;
}

/** The piece says of what an indicator of benefit or satisfaction measures. */
function answersBenefit({ content, numbers, lead }: GoalPiece, { match }: UnderstoodDraft): boolean {
  if (numbers.length === 0 || lead?.kind === 'task') return false;
  const { indexes, values } = match.shares(content);
  return indexes.some((index, at) => {
    const { levels, value } = match.indicators[index]?.understood ?? {};
    if (levels?.level1 !== 'benefit' && levels?.level1 !== 'satisfaction') return false;
    // 泊位4.1万个 is no answer to 泊位周转率 ≥5.5次.
    const own = value?.numbers[0]?.unit?.dimension;
    const isLike = own === undefined || numbers.some(({ part }) => part.unit.dimension === own);
    return isLike && (values[at] as number) >= 0.6;
  });
}

const LEAST_COPIED = 0.85;

/** The goal repeats what the unit is there for: nearly all of it stands in the duties, or it is written like duties. */
function isDuties(
  { draft, goals, similarity }: UnderstoodDraft,
  pieces: readonly GoalPiece[],
  reader: GoalReader,
): boolean {
  const text = goals.map((goal) => goal.text).join('。');
  // 承担6项调查…负责520户记账户的管理…承办交办的其他事项: a few figures do not make a goal of it.
  if (pieces.some(({ numbers }) => numbers.length > 0)) return reader.closesAsDuties(text) && reader.isDuties(text);
  const duties = draft.project.duties ?? '';
  if (duties.length > 8 && similarity.coverage(bigrams(text), bigrams(duties)) >= LEAST_COPIED) return true;
  return reader.isDuties(text);
}
