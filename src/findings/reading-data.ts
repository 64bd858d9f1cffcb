import { z } from 'zod';
import type { KindModel } from './kind-model.js';

const words = z.array(z.string().min(1)).min(1);

/** Words of one weight; a hit next to one of the characters of `notAfter` (before it) or `notBefore` (behind it) is none. */
const cueSchema = z.strictObject({
  words,
  weight: z.number().positive(),
  notAfter: z.string().optional(),
  notBefore: z.string().optional(),
});

/** The shape of `rules/reading/findings.yaml`: where findings stand and how they are worded. */
export const readingDataSchema = z.strictObject({
  slips: z.strictObject({
    words: z.record(z.string().min(1), z.string().min(1)),
    digits: z.record(z.string().length(1), z.string().length(1)),
    units: z.string().min(1),
  }),
  headlineMax: z.number().int().positive(),
  void: words,
  voidForms: z.strictObject({ deny: words, degree: words, denied: words }),
  headers: z.strictObject({
    problem: words,
    suggestion: words,
    not: words,
    maxLength: z.number().int().positive(),
    project: words,
    shortfalls: words,
    tellings: words,
    aims: words,
    measures: words,
    doings: words,
    states: words,
    causes: words,
    beside: z.strictObject({ suggestion: words, evidence: words, facts: words, factsOf: words }),
    projectEnds: words,
    projectNot: words,
    unit: words,
    unitEnds: words,
    bareName: words,
    unitNot: words,
    unitCharged: words,
    year: words,
    other: words,
    title: words,
  }),
  headings: z.strictObject({
    problem: words,
    problemExact: words,
    problemWords: words,
    suggestion: words,
    not: words,
    mixed: words,
    measureAims: words,
    measureNouns: words,
    fillers: words,
    around: words,
    maxLength: z.number().int().positive(),
    end: words,
    chapters: words,
  }),
  labels: z.strictObject({ problem: words, suggestion: words }),
  title: z.strictObject({
    report: words,
    trailing: words,
    generic: words,
    activity: words,
    projectEnds: words,
    bodies: words,
    kindsOfBodies: words,
    wholeNames: words,
    joins: words,
    projectFillers: words,
    shortened: z.record(z.string().min(1), z.string().min(1)),
    leading: words,
    sends: words,
    levels: words,
    projectLabels: words,
    unitLabels: words,
  }),
  letter: z.strictObject({
    you: words,
    carries: words,
    asks: words,
    replies: words,
    writer: words,
    about: words,
  }),
  institutions: words,
  bodyStarts: words,
  grades: words,
  leadIns: words,
  leadInEnds: words,
  examples: words,
  notExamples: words,
  turns: words,
  clauseTurns: words,
  taken: words,
  explanations: words,
  kind: z.strictObject({
    verbs: words,
    verbWeight: z.number().positive(),
    suggestion: z.array(cueSchema).min(1),
    problem: z.array(cueSchema).min(1),
  }),
  concepts: z.array(words).min(1),
  workPaper: z.strictObject({ policyEnds: words, citing: words }),
});

export type ReadingData = z.output<typeof readingDataSchema> & {
  /** Says problem, suggestion or neither where headers and headings do not; without it word lists alone decide. */
  readonly kindModel?: KindModel;
  /** Cuts a title into words, which joined are the title again, or none where it cannot; without it a name may be taken to end inside a word. */
  readonly words?: (text: string) => readonly string[];
};
