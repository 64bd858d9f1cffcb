import { z } from 'zod';
import type { GoalText, GoalYear } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'goal/stale-year',
  data: z.strictObject({}),
  whole({ draft, report }) {
    const { year, annualGoal } = draft.draft.project;
    if (year === undefined) return;
    for (const text of draft.goals) {
      const isAnnual = draft.isOfYear(text);
      const stale = staleYear(
        text,
        year,
        !isAnnual && draft.isMultiYear !== false && (draft.isMultiYear === true || draft.isAnnualGoal),
      );
      if (!stale) continue;
      const field = isAnnual && annualGoal !== undefined ? 'annualGoal' : 'goal';
      return report({ message: 'other', field, evidence: stale.text, values: { named: stale.year, year } });
    }
  },
});

/** The year that is named instead of the project's; a year that things are compared with, or reach to, is none. */
function staleYear({ years }: GoalText, year: number, isLongTerm: boolean): GoalYear | undefined {
  const holds = ({ year: from, endYear }: GoalYear) => from <= year && year <= endYear;
  const others = years.filter((one) => !one.isBaseline && !holds(one) && isSlip(one, year));
  const past = others.find(({ endYear, isDeadline }) => endYear < year && isDeadline);
  // 2024年建成…，于2023年11月底前竣工: a deadline of last year stays wrong beside the right year.
  if (past && !isLongTerm) return past;
  if (years.some(holds)) return undefined;
  return others.find(({ year: from, isHorizon }) => from < year || (!isHorizon && !isLongTerm));
}

/** A goal is copied from the last few years or mistyped by ten; 1934 and 2000 are history. */
function isSlip({ endYear }: GoalYear, year: number): boolean {
  return year - endYear <= LONGEST_KEPT || year - endYear === 10;
}

const LONGEST_KEPT = 5;
