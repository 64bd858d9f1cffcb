import { describe, expect, it } from 'vitest';
import { findingsHtml } from '../../src/report/findings-html.js';
import { lintHtml } from '../../src/report/lint-html.js';
import { reviewResult } from '../../src/findings/summary.js';
import { diagnostic, finding, lintResultOf } from './hostile.js';

const lintPage = (result: Parameters<typeof lintHtml>[0]) =>
  lintHtml(result, { language: 'zh', views: [], ruleTitle: () => undefined });
const itemsOf = (page: string) => page.match(/<li class="item [^"]*" id=/g)?.length ?? 0;

describe('a page of very many results', () => {
  it('lists the errors first, says how many are left out, and counts all in its charts', () => {
    const many = Array.from({ length: 9000 }, (_, index) =>
      diagnostic({
        severity: index % 3 === 0 ? 'error' : 'info',
        ruleId: `r/${index % 3}`,
        indicatorId: String(index),
      }),
    );
    const page = lintPage(lintResultOf(many));
    expect(itemsOf(page)).toBe(3000);
    expect(page.match(/<li class="item error"/g)).toHaveLength(3000);
    expect(page).toContain('另有 6000 条');
    expect(page).toMatch(/aria-label="按规则: r\/0 3000; r\/1 3000; r\/2 3000"/);
  });

  it('leaves nothing out of fewer', () => {
    const page = lintPage(lintResultOf(Array.from({ length: 3000 }, () => diagnostic({ severity: 'info' }))));
    expect(itemsOf(page)).toBe(3000);
    expect(page).not.toContain('没有全部列出');
  });

  it('lists the first findings', () => {
    const findings = Array.from({ length: 5000 }, (_, index) => finding({ id: `r${index}.problem.1` }));
    const page = findingsHtml(reviewResult(findings, { categories: [], top: 0, notices: [] }), {
      language: 'zh',
      views: [],
    });
    expect(itemsOf(page)).toBe(3000);
    expect(page).toContain('另有 2000 条');
  });
});
