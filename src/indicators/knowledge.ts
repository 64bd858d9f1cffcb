import { z } from 'zod';

/** Data under `rules/indicators/`: what the understanding of names and values rests on. */

const words = z.array(z.string().min(1)).min(1);

export const dimensionSchema = z.enum([
  'ratio',
  'score',
  'money',
  'length',
  'area',
  'volume',
  'mass',
  'time',
  'energy',
  'data',
  'physical',
  'people',
  'household',
  'event',
  'thing',
  'grade',
  'other',
]);
export type Dimension = z.output<typeof dimensionSchema>;

export const unitsSchema = z.strictObject({
  dimensions: z.partialRecord(dimensionSchema, z.strictObject({ units: z.record(z.string(), z.number().positive()) })),
});

export const measureKindSchema = z.enum([
  'count',
  'items',
  'people',
  'event',
  'quantity',
  'ratio',
  'growth',
  'amount',
  'unit-cost',
  'length',
  'area',
  'volume',
  'mass',
  'duration',
  'deadline',
  'degree',
  'satisfaction',
  'score',
  'rank',
  'absence',
  'none',
]);
/** How a thing is measured, judged from its name. `none`: the name holds no measure. */
export type MeasureKind = z.output<typeof measureKindSchema>;

export const aspectSchema = z.enum(['timeliness', 'quality', 'cost', 'satisfaction']);
/** The side of the work that a measure looks at; it decides the level-2 box. */
export type Aspect = z.output<typeof aspectSchema>;

export const measuresSchema = z.strictObject({
  suffixes: z.array(z.strictObject({ kind: measureKindSchema, aspect: aspectSchema.optional(), words })).min(1),
  unboundedRatioStems: words,
  contradictions: z.partialRecord(measureKindSchema, z.array(dimensionSchema)),
  activityStems: words,
  qualityStems: words,
  /** 验收专家, 验收次数: acts by which work is judged, and by whom. */
  judging: z.strictObject({ acts: words, by: words }),
  effectStems: words,
  /** What others pay: that it grows is bad. */
  burdens: words,
  negativeStems: words,
  negativeMorphemes: words,
  protectingMorphemes: words,
  remedyStems: words,
  reductionStems: words,
  positiveRatios: words,
  lowerMeasures: words,
  spentWords: words,
  awaitedWords: words,
  shorterSpells: words,
  gainingProportions: words,
  workloads: words,
  /** 老旧车淘汰: done away with, and what had better be. */
  discards: z.strictObject({ acts: words, outworn: words }),
  /** 钉螺死亡: what is to die. */
  pests: z.strictObject({ acts: words, kinds: words }),
  /** 出行时间增加值: how much more of what is measured before them. */
  differences: words,
  /** Begins with 无 and is a thing: 无障碍改造. */
  notAbsent: words,
  /** 事 of 事件: characters that make a word with 件. */
  beforePiece: words,
  arising: words,
  limited: words,
  higherExceptions: words,
});

export const wordsSchema = z.strictObject({
  wishVerbs: words,
  taskVerbs: words,
  resultVerbs: words,
  /** Behind one of those they make an appeal of it: 引导企业加大投入. */
  urged: words,
  nounTails: words,
  nounHeads: words,
  taskNounTails: words,
  works: words,
  /** 在线, 出勤: what a rate is of. */
  rateable: words,
  /** 健康发展: how, and what is to go on so. */
  flourishing: z.strictObject({ how: words, goesOn: words }),
  adverbs: words,
  adjectives: words,
  definite: words,
  answers: words,
  namings: words,
  pairedIdioms: words,
  /** States that are nouns as well: 社会稳定. */
  states: words,
  /** 物资种类 12类: how many kinds. */
  kindCounts: z.strictObject({ names: words, units: words }),
  named: words,
  placeholders: words,
  scaleWords: words,
  /** 较 of 较健全: before the word that is graded. */
  degrees: words,
  /** Ends of names that say what of, but not how it is measured (意识). */
  matters: words,
  /** Sides that any act has (效果). */
  sides: words,
  aspects: words,
  /** What there are rules for, and words for keeping them: 资金使用合规性. */
  compliance: z.strictObject({ of: words, aspects: words }),
});

export const level1Schema = z.enum(['cost', 'output', 'benefit', 'satisfaction', 'management']);
export type Level1 = z.output<typeof level1Schema>;

export const level2Schema = z.enum([
  'quantity',
  'quality',
  'timeliness',
  'cost-legacy',
  'cost-economic',
  'cost-social',
  'cost-ecological',
  'economic',
  'social',
  'ecological',
  'sustainable',
  'service-satisfaction',
]);
export type Level2 = z.output<typeof level2Schema>;

export const frameworkSchema = z.strictObject({
  level1: z.record(level1Schema, z.strictObject({ name: z.string(), synonyms: z.array(z.string()) })),
  level2: z.record(
    level2Schema,
    z.strictObject({
      name: z.string(),
      level1: z.array(level1Schema).min(1),
      synonyms: z.array(z.string()),
      /** Headings of some forms that are good names too: 群众满意度. */
      alsoNames: z.array(z.string()).default([]),
    }),
  ),
});

const extraWords = z.array(z.string().min(1)).optional();

/** Headings that one place uses beside those of the general framework. */
export const frameworkAdditionsSchema = z.strictObject({
  level1: z.partialRecord(level1Schema, z.strictObject({ synonyms: extraWords })).optional(),
  level2: z
    .partialRecord(
      level2Schema,
      z.strictObject({ synonyms: extraWords, level1: z.array(level1Schema).min(1).optional() }),
    )
    .optional(),
});
export type FrameworkAdditions = z.output<typeof frameworkAdditionsSchema>;
/** Each group holds words of one meaning; the first stands for all. */
const groups = z.array(words).min(1);

export const PROJECT_CATEGORIES = ['工程', '购置', '修缮', '补助', '运转', '活动', '信息化', '其他'] as const;
export type ProjectCategory = (typeof PROJECT_CATEGORIES)[number];

export const goalsSchema = z.strictObject({
  lightVerbs: words,
  pushVerbs: words,
  acts: groups,
  synonyms: groups,
  effectVerbs: words,
  effectNouns: words,
  weakEffects: words,
  effectAdverbs: words,
  outputAspects: words,
  genericNouns: words,
  weakNouns: words,
  stopWords: words,
  wholeWords: words,
  servedPeople: words,
  servedFirms: words,
  servedNot: words,
  serveVerbs: words,
  /** 受资助: what makes an act one that is received. */
  passives: words,
  /** Some of those whom another name means: 住院 of 住院患者. */
  subgroups: words,
  purposes: words,
  deliverVerbs: words,
  dutyVerbs: words,
  dutyClosings: words,
  dutyHeads: words,
  slogans: words,
  /** How a wish opens: in whose light (坚持), to go on with something (加强), or to better it (提升); and how eagerly. */
  wishes: z.strictObject({ manners: words, framed: words, pushed: words, bettered: words }),
  definite: words,
  categories: z.partialRecord(z.enum(PROJECT_CATEGORIES), words),
  categoryNames: z.partialRecord(z.enum(PROJECT_CATEGORIES), words),
  approximate: words,
  baseline: words,
  backgrounds: words,
});

export const indicatorDataSchema = z.strictObject({
  units: unitsSchema,
  measures: measuresSchema,
  words: wordsSchema,
  framework: frameworkSchema,
  goals: goalsSchema,
});
export type IndicatorData = z.output<typeof indicatorDataSchema>;
