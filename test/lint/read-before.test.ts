/** What was read before must make no difference: names, values and units that come back are remembered. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Linter } from '../../src/lint/lint-draft.js';
import { createRuleBook } from '../../src/lint/rule-book.js';
import { uncoveredPieces } from '../../src/lint/goal-coverage.js';
import { UnderstoodDraft } from '../../src/lint/understood-draft.js';
import { type Draft, draftSchema } from '../../src/schema/index.js';
import { bundle, ruleBook } from '../support/rules.js';

const folder = new URL('../fixtures/validation/dev/', import.meta.url);
const drafts: Draft[] = readdirSync(folder).map((file) =>
  draftSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);
/** The same names with each other's values, boxes and explanations. */
const crossed: Draft[] = drafts.map((draft, at) => {
  const others = drafts[(at + 1) % drafts.length]?.indicators ?? [];
  return {
    ...draft,
    indicators: draft.indicators.map(({ id, name }, index) => ({ ...others[index % others.length], id, name })),
  } as Draft;
});
const all = [...drafts, ...crossed, ...drafts];
const book = () => createRuleBook(bundle(), ruleBook().understanding.model);
const found = (linter: Linter, some: readonly Draft[]) => new Map(some.map((draft) => [draft, linter.lint(draft)]));

describe('diagnostics of a draft', () => {
  it('are the same whatever was linted before', () => {
    const forwards = found(new Linter(book(), { preset: 'strict' }), all);
    const backwards = found(new Linter(book(), { preset: 'strict' }), all.toReversed());
    for (const draft of all) expect(backwards.get(draft)).toEqual(forwards.get(draft));
  });

  it('are those of a linter that has linted nothing else', () => {
    const warm = found(new Linter(book(), { preset: 'strict' }), all);
    for (const draft of [...drafts.slice(0, 4), ...crossed.slice(0, 4)])
      expect(new Linter(book(), { preset: 'strict' }).lint(draft)).toEqual(warm.get(draft));
  });

  it('are those of the draft as it is now, where it was changed in between', () => {
    const [draft] = structuredClone(drafts) as [Draft];
    const linter = new Linter(ruleBook(), { preset: 'strict' });
    linter.lint(draft);
    draft.project.name = '森林防火';
    draft.project.goal = '新建防火道120公里，配备灭火机40台';
    for (const indicator of draft.indicators) indicator.name = '守护绿水青山';
    expect(linter.lint(draft)).toEqual(new Linter(ruleBook(), { preset: 'strict' }).lint(structuredClone(draft)));
  });
});

it('two drafts may be asked about their goals in turn', () => {
  const { understanding, similarity } = ruleBook();
  const understood = () => drafts.slice(0, 6).map((draft) => new UnderstoodDraft(draft, understanding, similarity));
  const alone = understood().map((draft) => uncoveredPieces(draft).map(({ text }) => text));
  const turns = understood();
  for (const draft of turns) for (const piece of draft.goal?.pieces ?? []) draft.match.shares(piece.content);
  for (const draft of turns.toReversed()) draft.match.spread(0);
  expect(turns.map((draft) => uncoveredPieces(draft).map(({ text }) => text))).toEqual(alone);
});
