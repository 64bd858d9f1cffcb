/**
 * Forms of findings that no rule was written from: the table as text (see `test/support/grids.ts`), then what a person reads
 * in it: kind (P problem, S suggestion), project and unit, text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import { fixturePath } from '../support/documents.js';
import { gridOf } from '../support/grids.js';
import { data } from './helpers.js';

const names = readdirSync(fixturePath('finding-forms')).filter((name) => name.endsWith('.txt'));
const tidy = (text: string) => text.replace(/[。；\s]+$/u, '');

describe('forms', () => {
  it.each(names)('%s', (name) => {
    const [table = '', wanted = ''] = readFileSync(fixturePath(`finding-forms/${name}`), 'utf8').split('\n---\n');
    const document = { source: name, format: 'xlsx' as const, grids: [gridOf(table)], lines: [], notices: [] };
    const read = findFindings(document, data).map(({ kind, project, unit, text }) =>
      [kind === 'problem' ? 'P' : 'S', [project, unit].filter(Boolean).join('·') || '-', tidy(text)].join(' / '),
    );
    expect(read).toEqual(wanted.trim().split('\n'));
  });
});
