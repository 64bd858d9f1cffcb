/**
 * The examples in the YAML are the rules' tests: everything a rule reports on each is compared, so that an extra report
 * fails as surely as a missing one.
 */
import { describe, expect, it } from 'vitest';
import { lintDraft } from '../../src/lint/lint-draft.js';
import type { RuleData } from '../../src/lint/rule-data.js';
import { draftSchema } from '../../src/schema/index.js';
import { bundle, ruleBook } from '../support/rules.js';

type Example = RuleData['examples'][number];

function reportsOf(id: string, { project, indicator, indicators }: Example) {
  const draft = draftSchema.parse({
    project: { name: '示例', ...project },
    indicators: indicators ?? (indicator ? [indicator] : []),
  });
  const others = Object.fromEntries(
    [...ruleBook().rules.keys()].map((other) => [other, other === id ? 'error' : 'off'] as const),
  );
  return lintDraft(draft, ruleBook(), { settings: { rules: others } });
}

/** Which message a diagnostic was made from: its sentence with the slots as wildcards. */
function messageOf(rule: RuleData, text: string): string | undefined {
  const pattern = (template: string) =>
    new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[\\s\\S]*')}$`);
  return Object.entries(rule.messages).find(([, { zh }]) => pattern(zh).test(text))?.[0];
}

describe.each(bundle().rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const single = example.indicators === undefined;
    const reported = reportsOf(id, example).map(({ message, field, evidence, indicatorId }) => ({
      message: messageOf(rule, message),
      ...(single || indicatorId === null ? {} : { indicator: indicatorId }),
      field,
      evidence,
    }));
    expect(reported).toEqual(example.reports);
  });

  it('shows at least three failing and three passing examples', () => {
    const failing = rule.examples.filter(({ reports }) => reports.length > 0);
    expect(failing.length).toBeGreaterThanOrEqual(3);
    expect(rule.examples.length - failing.length).toBeGreaterThanOrEqual(3);
  });

  it('shows every message, and no example twice', () => {
    const shown = new Set(rule.examples.flatMap(({ reports }) => reports.map(({ message }) => message)));
    expect([...shown].sort()).toEqual(Object.keys(rule.messages).sort());
    const contents = rule.examples.map((example) => JSON.stringify({ ...example, name: '' }));
    expect(new Set(contents).size).toBe(contents.length);
  });

  it('says the same in both languages, with the same slots', () => {
    const slots = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const { zh, en, advice } of Object.values(rule.messages)) {
      expect(slots(en)).toEqual(slots(zh));
      expect(slots(advice.en)).toEqual(slots(advice.zh));
    }
  });

  it('fills every slot of its messages', () => {
    for (const example of rule.examples) {
      for (const { message, suggestions } of reportsOf(id, example)) {
        expect([message, ...suggestions.map((one) => one.message)].join()).not.toMatch(/\{\w+\}/);
      }
    }
  });
});

it('has no two messages alike', () => {
  const all = bundle().rules.flatMap(({ messages }) => Object.values(messages).map(({ zh }) => zh));
  expect(new Set(all).size).toBe(all.length);
});
