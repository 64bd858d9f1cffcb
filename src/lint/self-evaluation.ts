/** A draft as a self-evaluation (自评表): whether it is one, and what each score should be. */
import { type Achievement, achievement, type Share, type Understood } from '../indicators/index.js';
import { type Decimal, decimal, decimalsOf, isNear, isRounded, ONE, show } from '../text/decimal.js';
import { compact } from '../text/fold.js';
import { gathered } from '../text/gathered.js';
import type { Profile } from './rule-data.js';
import { isOtherwiseScored, isReasoned } from './score-reasons.js';
import type { UnderstoodDraft } from './understood-draft.js';
import { sharesCell, type Weights, weightsOf } from './weights.js';

export interface Verdict {
  readonly weight: Decimal;
  readonly met: boolean;
  /** What the score may be: single figures, or every figure between two. The formula is written where it is told. */
  readonly right: readonly { readonly from: Decimal; readonly to: Decimal; readonly formula: () => string }[];
  /** Whether the stated score is one of these. */
  readonly agrees: boolean;
}

/** What a rule has at hand anyway. */
interface Setting {
  readonly draft: UnderstoodDraft;
  readonly profile: Profile;
}

export class SelfEvaluation {
  /** It carries results or scores: a form whose columns for them are still blank is none yet. */
  readonly isOne: boolean;
  readonly weights: Weights;
  /** Decimals to which the form states its scores. */
  readonly decimals: number;
  readonly #draft: UnderstoodDraft;
  readonly #profile: Profile;
  readonly #sharedBy: ReadonlySet<unknown>;
  readonly #isOtherScale: boolean;
  readonly #achievements = new Map<Understood, Achievement>();
  readonly #verdicts = new Map<Understood, Verdict | undefined>();

  constructor({ draft, profile }: Setting) {
    this.#draft = draft;
    this.#profile = profile;
    this.weights = weightsOf(draft, profile);
    const total = draft.draft.project.selfEvaluation?.total ?? 0;
    this.isOne = total > 0 || draft.indicators.some((row) => hasActual(row) || (row.indicator.score ?? 0) > 0);
    this.decimals = Math.max(0, ...draft.indicators.map(({ indicator }) => scoreDecimals(indicator)));
    this.#isOtherScale = this.#scoresOverWeights() > 2;
    this.#sharedBy = new Set([
      ...gathered(draft.indicators, ({ indicator }) => indicator.weightWith),
      ...gathered(draft.indicators, ({ indicator }) => indicator.scoreWith),
    ]);
  }

  /**
   * Whether weight and score of a row cannot be held against each other: a cell stands for several rows, or scores are
   * out of another total than weights.
   */
  isApart(row: Understood): boolean {
    return (
      this.#isOtherScale ||
      sharesCell(row, 'weight') ||
      sharesCell(row, 'score') ||
      this.#sharedBy.has(row.indicator.id)
    );
  }

  /** What the score should be by target and result; undefined where that cannot be told. */
  verdict(row: Understood): Verdict | undefined {
    if (!this.#verdicts.has(row)) this.#verdicts.set(row, this.#judge(row));
    return this.#verdicts.get(row);
  }

  /** By how many percent the target was exceeded, where it was by more than the profile allows without a reason. */
  excess(row: Understood): Decimal | undefined {
    const achieved = this.#achieved(row);
    return achieved.exceedsBy(decimal(this.#profile.evaluation.deviation)) ? achieved.excess : undefined;
  }

  /** Whether a stated score is the exact one, roundings aside: a hundredth of the weight, or the form's own decimals. */
  isRight(score: Decimal, exact: Decimal, weight: Decimal): boolean {
    // Rounding makes no full marks of 9.5.
    return isNear(score, exact, weight.div(100)) || (!score.eq(weight) && isRounded(score, exact, this.decimals));
  }

  /** The profile's scale of results in words, or that of a note in the form itself: 100-80-50-0. */
  #scale(): Profile['evaluation']['scale'] {
    const { scale } = this.#profile.evaluation;
    const own = this.#draft.draft.project.selfEvaluation?.qualitativeScale;
    const ends = typeof own === 'string' ? own.split('-').map(Number) : [];
    if (ends.length !== scale.length + 1) return scale;
    return scale.map((band, index) => ({ ...band, to: ends[index] ?? band.to, from: ends[index + 1] ?? band.from }));
  }

  /** How many scores pass their weights, where most of them do. */
  #scoresOverWeights(): number {
    let [scored, over] = [0, 0];
    for (const row of this.#draft.indicators) {
      const { score } = row.indicator;
      if (score === undefined) continue;
      scored += 1;
      if ((this.weights.beyond(row, score) ?? 0) < 0) over += 1;
    }
    return over * 2 > scored ? over : 0;
  }

  #judge(row: Understood): Verdict | undefined {
    const { score, explanation, deviationReason } = row.indicator;
    if (score === undefined || (this.weights.beyond(row, 0) ?? 0) <= 0) return undefined;
    if (this.isApart(row) || isOtherwiseScored(explanation)) return undefined;
    const weight = this.weights.pointsOf(row) as Decimal;
    const stated = decimal(score);
    const found = this.#worded(row, weight) ?? this.#measured(row, weight);
    if (!found) return undefined;
    const { met, right } = found;
    const agrees =
      (met && this.weights.beyond(row, score) === 0) ||
      right.some(
        ({ from, to }) =>
          (stated.gte(from) && stated.lte(to)) ||
          this.isRight(stated, from, weight) ||
          this.isRight(stated, to, weight),
      ) ||
      isReasoned({ reason: deviationReason, weight, score: stated });
    return { weight, met, right, agrees };
  }

  #achieved(row: Understood): Achievement {
    const before = this.#achievements.get(row);
    if (before) return before;
    const found = achievement(row, this.#draft.draft.project.year);
    this.#achievements.set(row, found);
    return found;
  }

  #measured(row: Understood, weight: Decimal): Pick<Verdict, 'met' | 'right'> | undefined {
    const { met, shares } = this.#achieved(row);
    if (met === undefined) return undefined;
    // Targets that were set far too low may cost marks.
    if (met && this.excess(row)) return { met, right: [{ from: decimal(0), to: weight, formula: () => '' }] };
    return { met, right: shares.map((share) => figure(share, weight)) };
  }

  /** 达成预期, 部分达成, 未达成: the profile says which share of the weight each is worth. */
  #worded({ value, actual }: Understood, weight: Decimal): Pick<Verdict, 'met' | 'right'> | undefined {
    if (!actual || actual.numbers.length > 0 || !value || value.numbers.length > 0) return undefined;
    const text = compact(actual.text);
    const scale = this.#scale();
    const band = scale.find(({ words }) => words.some((word) => text.startsWith(word)));
    if (!band) return undefined;
    const [from, to] = [weight.times(band.from).div(100), weight.times(band.to).div(100)];
    const formula = () => `${show(weight)}×${String(band.from)}%～${String(band.to)}%`;
    return { met: band === scale[0], right: [{ from, to, formula }] };
  }
}

/** 10×82÷90=9.11 */
function figure({ part, terms }: Share, weight: Decimal): Verdict['right'][number] {
  const points = part === ONE || part.gt(ONE) ? weight : weight.times(part);
  const formula = () => `${show(weight)}×${terms ?? `${show(part.times(100))}%`}=${show(points)}`;
  return { from: points, to: points, formula };
}

/** The decimals of a score as written: 9.10 has two. */
function scoreDecimals({ score, scoreText }: Understood['indicator']): number {
  if (score === undefined) return 0;
  return typeof scoreText === 'string' ? decimalsOf(scoreText) : decimalsOf(score);
}

/** Whether the row states a result; “/” is none, and “无” only where nothing was to happen. */
export function hasActual({ actual, measure, value }: Understood): boolean {
  if (!actual || actual.text === '') return false;
  if (actual.kind !== 'missing') return true;
  if (actual.text !== '无') return false;
  const isZero = value?.numbers.length === 1 && value.numbers[0]?.value === 0;
  return isZero || measure.negative || measure.kind === 'absence' || value?.kind === 'absence' || value?.text === '无';
}

export function selfEvaluationOf(setting: Setting): SelfEvaluation {
  return setting.draft.once(selfEvaluationOf, () => new SelfEvaluation(setting));
}
