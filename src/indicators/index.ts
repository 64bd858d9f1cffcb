/**
 * What an indicator says: measure, quantity, units and the framework of levels. Knows nothing of rules, files or
 * reports; the word lists are handed in.
 */
export { betterSide, mayBeBounded } from './better-side.js';
export type { IndicatorData } from './knowledge.js';
export { frameworkAdditionsSchema, indicatorDataSchema, level1Schema, level2Schema } from './knowledge.js';
export type { Dimension, Level1, Level2, MeasureKind, ProjectCategory } from './knowledge.js';
export { PROJECT_CATEGORIES } from './knowledge.js';
export {
  exactObject,
  isDated,
  looseObject,
  measureClass,
  peopleAsked,
  plainMeasure,
  plainObject,
} from './measured-object.js';
export { extendFramework, type Framework } from './framework.js';
export { Content, coveredShare, eachCharacter } from './content.js';
export type { GoalPiece } from './goal-clause.js';
export type { GoalNumber } from './goal-number.js';
export type { GoalReader, GoalText } from './goal-text.js';
export type { GoalYear } from './goal-years.js';
export { PrefixIndex, spell, wordIndex } from './lookup.js';
export { readName } from './name.js';
export { pieceContent } from './name-content.js';
export { nameKey, type NameReading, perName } from './name-reading.js';
export { tidyName } from './tidy-name.js';
export { comparable, type Unit } from './units.js';
export { type Answers, type Judgement, NameModel, nameModelSchema } from './name-model.js';
export type { DatePart } from './dates.js';
export type { Opinion } from './opinion.js';
export type { NumberPart, Quantity } from './quantity.js';
export { type IndicatorRow, rowOf } from './row.js';
export { type Understood, Understanding } from './understand.js';
export { achievement, type Achievement, type Share } from './achievement.js';
export { targetParts } from './target-parts.js';
export { foldedSign } from './value-text.js';
