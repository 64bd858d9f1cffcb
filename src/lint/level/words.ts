/** What belongs into which box, and the words that tell it, as class/level-mismatch names them. */
import { z } from 'zod';
import { level2Schema, wordIndex } from '../../indicators/index.js';
import { alternatives, endingIn } from '../../text/any-of.js';

const facet = z.enum([
  'satisfaction',
  'timeliness',
  'quality',
  'visit-count',
  'activity-count',
  'plain-count',
  'plain-quality',
  'exactness',
  'deadline',
  'acceptance',
  'cost',
  'limited-sum',
  'unit-price',
  'faults',
  'gain',
  'employment',
  'income',
  'awareness',
  'takings',
]);

export type Facet = z.output<typeof facet>;

const WORDS = z.array(z.string().min(1)).min(1);
const indexed = WORDS.transform((list) => wordIndex(list));
const anywhere = WORDS.transform((list) => new RegExp(alternatives(list), 'u'));
const atEnd = WORDS.transform((list) => endingIn(list));

export const data = z
  .strictObject({
    /** What is measured, the boxes that are wrong for it, and the right one. */
    misplaced: z.array(z.strictObject({ measured: facet, in: z.array(level2Schema).min(1), belongs: level2Schema })),
    /** Harm that is kept away, first in a name. */
    relief: indexed,
    /** Burdens that are taken off (减轻程度), and what there is more of (增加量), last in it. */
    relieved: z.array(z.strictObject({ acts: indexed, extents: indexed })),
    /** Words of time that are shown to the user. */
    times: anywhere,
    /** Of what is promised to be in time, the ends of a whole work (按期完工率), and what others than the unit do in time (服药). */
    due: z.strictObject({ punctual: WORDS, ends: WORDS, byOthers: WORDS }),
    /** 列车正点率 under quality: how well trains run. */
    running: atEnd,
    /** What is passed or not once the work is done: 验收合格率. */
    accepted: z.strictObject({ by: WORDS, results: WORDS }),
    /** Work that others find by the project: 带动就业人数. */
    employment: z.strictObject({ drawn: WORDS, works: WORDS, counts: WORDS }),
    income: atEnd,
    /** What others sell and earn: 带动消费总额. */
    takings: z.strictObject({ of: WORDS, sums: WORDS }),
    awareness: atEnd,
    /** What the state assures to people: a standard of it is how well they live. */
    assured: WORDS,
    /** One of many: how much of something there is on average, or how often. */
    average: anywhere,
    /** Any word of when. */
    timed: anywhere,
    /** What is paid for. */
    paying: anywhere,
    /** Prices and costs of one. */
    priced: atEnd,
    /** How exact or how good a thing turned out, measured: 误差, 压实度. */
    exact: atEnd,
    /** What others go on doing, so that how much of it there is may be an effect: 播种. */
    trade: atEnd,
    /** How a thing has to be: a width, a distance. */
    specified: atEnd,
  })
  .transform(({ misplaced, due, accepted, employment, takings, assured, ...own }) => {
    const one = alternatives;
    const ends = one(due.ends);
    return {
      ...own,
      // Of each box, what is wrong in it.
      misplaced: new Map(level2Schema.options.map((box) => [box, misplaced.filter((each) => each.in.includes(box))])),
      dueWhole: new RegExp(`${one(due.punctual)}${ends}率$`, 'u'),
      byOthers: new RegExp(`${one(due.byOthers)}率$`, 'u'),
      accepted: new RegExp(`${one(accepted.by)}${one(accepted.results)}率$`, 'u'),
      employment: new RegExp(
        `${one(employment.drawn)}[^、和与及]{0,8}${one(employment.works)}${one(employment.counts)}?$`,
        'u',
      ),
      takings: new RegExp(`${one(takings.of)}${one(takings.sums)}?$`, 'u'),
      assured: new RegExp(`${one(assured)}[^补贴]{0,6}标准$`, 'u'),
    };
  });

export type Words = z.output<typeof data>;
