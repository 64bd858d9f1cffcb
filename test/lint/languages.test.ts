/** Both languages are whole: an English sentence quotes Chinese and names terms of the field, it is never half Chinese. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../src/lint/lint-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { bundle, ruleBook } from '../support/rules.js';

const others = (id: string) =>
  Object.fromEntries([...ruleBook().rules.keys()].map((one) => [one, one === id ? 'error' : 'off'] as const));

/** What is left of a sentence without its quotations. */
const unquoted = (text: string) => text.replace(/“[^”]*”/g, '“”').replace(/\([^()]*\)/g, '()');
const CHINESE_SENTENCE = /[、，；：。（）]|\p{Script=Han}{10}|[\p{Script=Han}]\d/u;

describe('English', () => {
  it.each(bundle().rules.map((rule) => [rule.id, rule] as const))('%s', (id, { examples, title, why, messages }) => {
    const linter = new Linter(ruleBook(), { rules: others(id) }, 'en');
    const sentences = [title.en, why.en, ...Object.values(messages).flatMap(({ en, advice }) => [en, advice.en])];
    for (const { project, indicator, indicators } of examples) {
      const rows = indicators ?? (indicator ? [indicator] : []);
      const draft = draftSchema.parse({ project: { name: '示例', ...project }, indicators: rows });
      for (const { message, suggestions } of linter.lint(draft)) {
        // Proposals are indicators of the library, to be written into a Chinese form.
        sentences.push(message, ...suggestions.filter((one) => !one.proposal).map((one) => one.message));
      }
    }
    for (const sentence of sentences) expect(unquoted(sentence)).not.toMatch(CHINESE_SENTENCE);
  });

  it('names shares, kinds of projects and rows in English', () => {
    const told = (id: string, draft: object) =>
      new Linter(ruleBook(), { rules: others(id) }, 'en').lint(draftSchema.parse(draft)).map(({ message }) => message);
    const weights = { 产出指标: 60, 效益指标: 20, 满意度指标: 10 };
    const indicators = Object.entries(weights).map(([level1, weight]) => ({ level1, name: '甲', weight }));
    expect(told('weight/level-share', { project: { name: '甲' }, indicators })).toEqual([
      expect.stringContaining('output 60, benefit 20, satisfaction 10'),
    ]);
    const selfEvaluation = { executionWeight: 10, executionScore: 10.4 };
    const over = { project: { name: '甲', selfEvaluation }, indicators: [{ name: '培训人数' }] };
    expect(told('selfeval/score-over-weight', over)).toEqual([expect.stringContaining('“budget execution rate”')]);
  });
});
