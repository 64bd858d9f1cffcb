import { z } from 'zod';
import { decimal, show } from '../../../text/decimal.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';
import type { Profile } from '../../rule-data.js';
import { scoreTotal } from '../../score-total.js';
import { weightsOf } from '../../weights.js';

type Grade = Profile['evaluation']['grades'][number];

export const rule = defineRule({
  id: 'selfeval/grade',
  data: z.strictObject({}),
  whole({ draft, profile, report }) {
    const { grade: text, total: stated } = draft.draft.project.selfEvaluation ?? {};
    const { grades } = profile.evaluation;
    const grade = text === undefined ? undefined : gradeNamed(text, grades);
    if (!grade) return;
    const sum = scoreTotal(draft, profile);
    const total = stated ?? (sum?.isWhole ? sum.sum.toNumber() : undefined);
    // Only points out of 100 are graded.
    if (total === undefined || total > profile.weights.total) return;
    const weights = weightsOf(draft, profile);
    if (!weights.none && !weights.hasGaps && !weights.isFull) return;
    const right = gradeOf(total, grades);
    if (!right || right === grade) return;
    // A wrong total is told by itself; the grade may be that of the right one.
    if (sum?.isWhole && !sum.fits(decimal(total)) && gradeOf(sum.sum.toNumber(), grades) === grade) return;
    report({
      message: 'grade',
      field: 'selfEvaluation.grade',
      evidence: (text ?? '').trim(),
      values: { total: show(decimal(total), 6), right: right.name },
    });
  },
});

function gradeOf(total: number, grades: readonly Grade[]): Grade | undefined {
  return grades.find(({ from }) => total >= from);
}

/** 优, 优秀, 一等, A级, 优（90～100分）: the grade that a text names, or undefined. */
function gradeNamed(text: string, grades: readonly Grade[]): Grade | undefined {
  const key = compact(text)
    .replace(/[(（].{0,40}$/, '')
    .replace(/[“”"'：:。]/g, '')
    .replace(/(?:等级|等次|档次|级别|级|等|档)$/, '')
    .replace(/(?:\d.{0,30})$/, '');
  return grades.find(({ words }) => words.includes(key));
}
