/** What was understood of an indicator as a plain object: measure, value, box, the words that told, the model's answers. */
import type { Answers, Understanding, Understood } from '../indicators/index.js';
import type { ReadNumber, UnderstoodView } from '../schema/index.js';
import {
  ASPECTS,
  DIRECTIONS,
  EVIDENCE,
  JUDGEMENTS,
  KINDS,
  LEVEL1,
  LEVEL2,
  pieceTerm,
  term,
  VALUE_KINDS,
} from './terms.js';

/** How many of the model's answers are shown. */
const MOST_ANSWERS = 3;

/** An explainer for what this understanding has understood. */
export function explainer(understanding: Understanding): (understood: Understood) => UnderstoodView {
  return (understood) => explain(understood, understanding);
}

function explain(understood: Understood, understanding: Understanding): UnderstoodView {
  const { name, measure, unit, levels } = understood;
  const value = valueOf(understood);
  const model = modelOf(understood, understanding);
  return {
    name: name.core,
    kind: term(KINDS, measure.kind),
    word: measure.word,
    object: measure.object,
    ...(measure.aspect && { aspect: term(ASPECTS, measure.aspect) }),
    ...(measure.better && { direction: term(DIRECTIONS, measure.better) }),
    ...(value && { value }),
    ...(unit && { unit: unit.text }),
    ...(levels.level1 && { level1: term(LEVEL1, levels.level1) }),
    ...(levels.level2 && { level2: term(LEVEL2, levels.level2) }),
    evidence: evidenceOf(understood, understanding),
    ...(model && { model }),
  };
}

function valueOf({ value }: Understood): UnderstoodView['value'] {
  if (!value) return undefined;
  const numbers = value.numbers.map(
    ({ operator, value: number, high, unit, change }): ReadNumber => ({
      ...(operator && { operator }),
      value: number,
      ...(high !== undefined && { high }),
      ...(unit && { unit: unit.text }),
      change,
    }),
  );
  return {
    text: value.text,
    kind: term(VALUE_KINDS, value.kind),
    numbers,
    dates: value.dates.map(({ text }) => text),
    unread: value.unread.map(({ text }) => text),
  };
}

function evidenceOf({ name, measure, value }: Understood, { words }: Understanding): UnderstoodView['evidence'] {
  const found: { code: string; text: string }[] = [];
  if (measure.word !== '') found.push({ code: 'measure-word', text: measure.word });
  if (measure.wish) found.push({ code: measure.wish.kind, text: measure.wish.word });
  for (const flag of ['activity', 'effect', 'quality', 'bounded'] as const)
    if (measure.kind !== 'none' && measure[flag]) found.push({ code: flag, text: '' });
  const wishful = value?.kind === 'words' ? words.qualitative(value.text) : undefined;
  if (wishful !== undefined) found.push({ code: 'value-wish', text: wishful });
  for (const text of name.brackets) found.push({ code: 'bracket', text });
  return found.map(({ code, text }) => ({ ...term(EVIDENCE, code), text }));
}

function modelOf({ name, measure, value, opinion }: Understood, understanding: Understanding): UnderstoodView['model'] {
  const { model } = understanding;
  const best = opinion?.judged.best();
  if (!opinion || !model || best === undefined) return undefined;
  const shown = (answers: Answers<string>, names: typeof KINDS) =>
    answers.slice(0, MOST_ANSWERS).map(({ name: code, score }) => ({ ...term(names, code), score: rounded(score) }));
  const pieces = model.evidence('judged', understanding.question(name, measure, value), best);
  return {
    judged: shown(opinion.judged.ranked, JUDGEMENTS),
    kind: shown(opinion.kind.ranked, KINDS),
    box: shown(opinion.box.ranked, LEVEL2),
    pieces: pieces.map(({ piece, weight }) => ({ ...pieceTerm(piece), weight: rounded(weight) })),
  };
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
