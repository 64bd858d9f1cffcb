/**
 * What an indicator says: measure, quantity, units and the framework of levels. Knows nothing of rules, files or
 * reports; the word lists are handed in.
 */
export type { IndicatorData } from './knowledge.js';
export { indicatorDataSchema, level2Schema } from './knowledge.js';
export type { Dimension, Level1, Level2, MeasureKind, ProjectCategory } from './knowledge.js';
export { PROJECT_CATEGORIES } from './knowledge.js';
export { exactObject, looseObject, measureClass, plainObject } from './measured-object.js';
export type { Framework } from './framework.js';
export { Content, type ContentWord, coveredShare, eachCharacter } from './content.js';
export type { GoalPiece } from './goal-clause.js';
export type { GoalNumber } from './goal-number.js';
export type { GoalReader, GoalText, GoalYear } from './goal-text.js';
export { PrefixIndex, wordIndex } from './lookup.js';
export { comparable, type Unit } from './units.js';
export { type Judgement, NameModel, type NameModelInfo, nameModelSchema } from './name-model.js';
export type { DatePart } from './dates.js';
export type { NumberPart, Quantity } from './quantity.js';
export { type Opinion, type Understood, Understanding } from './understand.js';
