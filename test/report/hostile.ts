/** Results in which every text tries to be more than text. */
import type { Diagnostic, Finding, LintResult, ReviewResult } from '../../src/schema/index.js';

export const HOSTILE = `=cmd|'/c calc'!A0"><script>alert(1)</script>&amp;]]>*x*|\u0000\u001b[31m\uD800`;

export function diagnostic(own: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ruleId: 'name/slogan',
    severity: 'error',
    message: `“${HOSTILE}”是口号`,
    indicatorId: '1',
    field: 'name',
    evidence: HOSTILE,
    location: { sheet: HOSTILE, cell: 'C8' },
    suggestions: [{ message: HOSTILE }],
    basis: [{ document: HOSTILE }],
    relatedIndicatorIds: [],
    ...own,
  };
}

export function lintResultOf(diagnostics: readonly Diagnostic[]): LintResult {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  return {
    schemaVersion: 1,
    tool: { name: 'jixiao', version: '1.2.3' },
    results: [
      {
        source: `目录/50% #1 ${HOSTILE}.xlsx`,
        project: HOSTILE,
        indicators: 3,
        diagnostics: [...diagnostics],
        waived: [{ ...diagnostic(), waiver: { from: 'config', reason: HOSTILE, by: '张三' } }],
        old: 0,
        notices: [{ code: 'column-not-understood', message: HOSTILE, location: { sheet: 'Sheet1', cell: 'H1' } }],
      },
    ],
    notices: [],
    summary: {
      sources: 1,
      drafts: 1,
      indicators: 3,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      waived: 1,
      baseline: 0,
    },
  };
}

export function finding(own: Partial<Finding> = {}): Finding {
  return {
    id: 'r1.problem.1',
    source: `${HOSTILE}.xlsx`,
    location: { sheet: 'Sheet1', cell: 'C2' },
    project: HOSTILE,
    unit: HOSTILE,
    kind: 'problem',
    level: 1,
    marker: HOSTILE,
    text: HOSTILE,
    start: 0,
    end: 9,
    parentId: null,
    labels: [{ category: HOSTILE, tags: [HOSTILE], score: 0.9 }],
    needsReview: true,
    pairedWith: [],
    ...own,
  };
}

export function reviewResultOf(findings: readonly Finding[]): ReviewResult {
  const problems = findings.filter(({ kind }) => kind === 'problem').length;
  const counts = { problems, suggestions: findings.length - problems };
  return {
    schemaVersion: 1,
    findings: [...findings],
    notices: [],
    summary: {
      sources: 1,
      projects: 1,
      findings: findings.length,
      ...counts,
      unanswered: problems,
      needsReview: findings.length,
      byCategory: { [HOSTILE]: counts },
      byUnit: [{ unit: HOSTILE, ...counts, unanswered: problems }],
      byYear: [],
      unansweredProblems: findings.map(({ source, id }) => ({ source, id })),
      keywords: [{ word: HOSTILE, findings: 1, ...counts, score: 1 }],
    },
  };
}
