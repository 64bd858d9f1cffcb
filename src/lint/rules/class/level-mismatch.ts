import { z } from 'zod';
import { level2Schema, type Understood } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

const facet = z.enum([
  'satisfaction',
  'timeliness',
  'quality',
  'visit-count',
  'activity-count',
  'deadline',
  'acceptance',
  'cost',
  'gain',
]);

const data = z.strictObject({
  /** What is measured, the boxes that are wrong for it, and the right one. */
  misplaced: z.array(z.strictObject({ measured: facet, in: z.array(level2Schema).min(1), belongs: level2Schema })),
});

export const rule = defineRule({
  id: 'class/level-mismatch',
  data,
  indicator(understood, { data: { misplaced }, understanding: { framework }, report }) {
    const { level2 } = understood.levels;
    if (!level2) return;
    const facets = measuredFacets(understood);
    const hit = misplaced.find(({ measured, in: boxes }) => facets.has(measured) && boxes.includes(level2));
    if (!hit) return;
    const right = framework.level2Name(hit.belongs);
    report({
      message: MESSAGES[hit.measured] ?? hit.measured,
      field: 'level2',
      evidence: understood.indicator.level2 ?? '',
      values: {
        core: understood.name.core,
        word: timeWord(understood.name.core) ?? understood.measure.word,
        box: framework.level2Name(level2),
        right,
      },
      fix: { field: 'level2', value: right },
    });
  },
});

/** Facets that differ only in where they are wrong. */
const MESSAGES: Readonly<Record<string, string>> = { deadline: 'timeliness', acceptance: 'quality' };

function timeWord(core: string): string | undefined {
  return /及时|准时|按时|按期|如期|限时/.exec(core)?.[0];
}

const COUNTS: ReadonlySet<string> = new Set(['count', 'items', 'people', 'event']);
const VISITS: ReadonlySet<string> = new Set(['people', 'event']);

function measuredFacets({ name, measure, value, unit }: Understood): Set<z.output<typeof facet>> {
  const facets = new Set<z.output<typeof facet>>();
  if (measure.aspect) facets.add(measure.aspect);
  // Done by when, accepted or not: of the work itself, never of its effect.
  if (measure.kind === 'deadline' || /(?:按时|按期|如期)(?:完工|竣工|完成|建成|交付)率$/.test(name.core))
    facets.add('deadline');
  if (/验收(?:合格|通过|达标)率$/.test(name.core)) facets.add('acceptance');
  // 受益人数, 接待人次: people reached are an effect even where an activity reaches them.
  const percent = (value?.numbers[0]?.unit ?? unit)?.dimension === 'ratio';
  // 获奖人次 and 投诉次数 are counts that speak of quality.
  if (VISITS.has(measure.kind) && !measure.quality && !measure.negative && !percent) facets.add('visit-count');
  if (COUNTS.has(measure.kind) && measure.activity && !measure.effect && !percent) facets.add('activity-count');
  const gaining =
    measure.kind === 'growth' || measure.kind === 'satisfaction' || measure.wish !== undefined || measure.effect;
  if (gaining && !measure.negative) facets.add('gain');
  return facets;
}
