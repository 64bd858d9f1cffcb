/** JSON and JSONL drafts, checked against the contract. An error names line and column, or the path of the field. */
import { InputError } from '../errors.js';
import {
  type Draft,
  draftListSchema,
  draftSchema,
  indicatorSchema,
  type Notice,
  projectSchema,
  safeParseDraft,
} from '../schema/index.js';
import { decodeText } from './decode.js';
import type { SourceDocument } from './model.js';

/** @throws InputError `empty-file`, `bad-json`, `bad-draft` */
export async function readJson(bytes: Uint8Array, source: string): Promise<SourceDocument> {
  const { text } = decodeText(bytes, source);
  if (text.trim() === '') throw new InputError('empty-file', { file: source });
  const value = parseJson(text, source, 1);
  const many = typeof value === 'object' && value !== null && 'drafts' in value;
  const parsed = many ? draftListSchema.safeParse(value) : safeParseDraft(value);
  if (!parsed.success) throw await badDraft(parsed.error.issues, text, source, 1);
  const file = parsed.data as Draft | { drafts: Draft[] };
  const drafts = many
    ? (file as { drafts: Draft[] }).drafts.map((draft, index) => ({ draft, pointer: `/drafts/${index}` }))
    : [{ draft: file as Draft, pointer: '' }];
  const notices = drafts.flatMap(({ draft, pointer }) => unreadFields(draft, pointer));
  return { source, format: 'json', grids: [], text, lines: [], drafts, notices };
}

/** One draft a line. */
export async function readJsonLines(bytes: Uint8Array, source: string): Promise<SourceDocument> {
  const { text } = decodeText(bytes, source);
  if (text.trim() === '') throw new InputError('empty-file', { file: source });
  const drafts: { draft: Draft; pointer: string; line: number }[] = [];
  const notices: Notice[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const parsed = safeParseDraft(parseJson(content, source, index + 1));
    if (!parsed.success) throw await badDraft(parsed.error.issues, content, source, index + 1);
    drafts.push({ draft: parsed.data, pointer: '', line: index + 1 });
    notices.push(...unreadFields(parsed.data, '', index + 1));
  }
  return { source, format: 'jsonl', grids: [], text, lines: [], drafts, notices };
}

/** Fields that nobody looks at, since they stand in another place or under another spelling: unknown fields are kept. */
function unreadFields(draft: Draft, pointer: string, line?: number): Notice[] {
  const notices: Notice[] = [];
  const tell = (code: string, message: string, at: string) =>
    notices.push({ code, message, location: { pointer: `${pointer}/${at}`, ...(line !== undefined && { line }) } });
  for (const field of Object.keys(draft)) {
    if (field in draftSchema.shape) continue;
    const meant = spelled(field);
    if (meant === undefined || meant in draft.project) continue;
    if (meant === field) tell('field-misplaced', field, field);
    else tell('field-misspelled', `${field} → project.${meant}`, field);
  }
  for (const field of Object.keys(draft.project)) {
    const meant = field in projectSchema.shape ? undefined : spelled(field);
    if (meant !== undefined && !(meant in draft.project))
      tell('field-misspelled', `project.${field} → project.${meant}`, `project/${field}`);
  }
  // A field that is misspelled in one indicator is so in all: the first tells.
  const told = new Set<string>();
  for (const [index, indicator] of draft.indicators.entries()) {
    for (const field of Object.keys(indicator)) {
      if (field in indicatorSchema.shape || told.has(field)) continue;
      const meant = INDICATOR_FIELDS.get(loosely(field));
      if (meant === undefined || (indicator as Readonly<Record<string, unknown>>)[meant] !== undefined) continue;
      told.add(field);
      tell('field-misspelled', `${field} → ${meant}`, `indicators/${index}/${field}`);
    }
  }
  return notices;
}

const INDICATOR_FIELDS: ReadonlyMap<string, string> = new Map(
  Object.keys(indicatorSchema.shape).map((field) => [loosely(field), field]),
);

const PROJECT_FIELDS: ReadonlyMap<string, string> = new Map(
  Object.keys(projectSchema.shape).map((field) => [loosely(field), field]),
);

/** The field of a project that is meant by Goal, goals, annual_goal. */
function spelled(field: string): string | undefined {
  return PROJECT_FIELDS.get(loosely(field));
}

function loosely(field: string): string {
  return field.toLowerCase().replace(/[_-]/g, '').replace(/s$/, '');
}

/** Drafts are a few levels deep; parsing nesting without end takes fifty times the room of its text. */
const MAX_DEPTH = 1000;
const BRACKET = /["[\]{}]/g;

/** Where brackets nest too deep; undefined in any other text, also one that is no JSON. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  BRACKET.lastIndex = 0;
  for (let match = BRACKET.exec(text); match; match = BRACKET.exec(text)) {
    if (match[0] === '"') BRACKET.lastIndex = stringEnd(text, match.index);
    else depth += match[0] === '[' || match[0] === '{' ? 1 : -1;
    if (depth > MAX_DEPTH) return match.index;
  }
  return undefined;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function parseJson(text: string, source: string, firstLine: number): unknown {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const data = { reason: `nesting deeper than ${MAX_DEPTH}` };
    throw new InputError('bad-json', { file: source, ...lineAndColumn(text, deep, firstLine), data });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = (cause as Error).message;
    const position = faultPosition(message, text);
    throw new InputError('bad-json', {
      file: source,
      ...lineAndColumn(text, position, firstLine),
      data: { reason: message.replace(/ in JSON at position \d+.*$/, '').replace(/, "?[\s\S]{20,}$/, '') },
      cause,
    });
  }
}

/** Some messages state the position, others quote ten characters before and after it. */
function faultPosition(message: string, text: string): number {
  const stated = /position (\d+)/.exec(message)?.[1];
  if (stated !== undefined) return Number(stated);
  const quoted = /^Unexpected token '?([^]+?)'?, (\.\.\.)?"([^]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message);
  if (!quoted) return text.length;
  const [, token = '', cut, excerpt = ''] = quoted;
  const start = text.indexOf(excerpt);
  return start < 0 ? text.length : start + (cut ? 10 : Math.max(0, excerpt.indexOf(token)));
}

function lineAndColumn(text: string, position: number, firstLine: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

async function badDraft(
  issues: readonly Issue[],
  text: string,
  source: string,
  firstLine: number,
): Promise<InputError> {
  const issue = issues[0];
  const path = (issue?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key));
  // JSON is YAML: the YAML parser knows where each node stands. It is loaded for this alone.
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  const node = (document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)) as
    | { range?: [number] }
    | undefined;
  return new InputError('bad-draft', {
    file: source,
    ...lineAndColumn(text, node?.range?.[0] ?? 0, firstLine),
    // A union of what may stand there says nothing of what does not stand there at all.
    data: {
      path: path.join('.') || '(root)',
      reason: document.hasIn(path) ? (issue?.message ?? '') : 'received undefined',
    },
  });
}
