/** A document, or a bare passage → its findings. */
import type { Classifier } from '../classify/types.js';
import type { SourceDocument } from '../documents/model.js';
import { InputError } from '../errors.js';
import type { Finding, FindingKind } from '../schema/index.js';
import type { MappedText } from '../text/mapped-text.js';
import { clean } from './clean.js';
import { kindSegments, type KindSegment } from './kind-segments.js';
import { labelFindings } from './label.js';
import { type Located, locatePassages } from './locate.js';
import { pairFindings } from './pair.js';
import type { Passage } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { type Draft, findingText, splitText } from './split.js';

/** One finding of a bare passage. */
export interface FindingPiece {
  /** null where the wording says neither. */
  readonly kind: FindingKind | null;
  readonly level: number;
  readonly marker: string;
  readonly text: string;
  /** UTF-16 offsets in the text as given. */
  readonly start: number;
  readonly end: number;
  /** Place in the tree, counted from 1 within the kind: `[2, 1]` is the first part of the second. */
  readonly path: readonly number[];
  /** Index of the headline in the list; null for a headline. */
  readonly parent: number | null;
  /** The point of a list whose problem and suggestion stand together (问题一：… 建议：…); undefined elsewhere. */
  readonly point?: number;
}

export interface SplitOptions {
  readonly kind?: FindingKind;
}

/** Splits a passage into findings. Without a kind the wording decides, point by point. */
export function splitFindings(text: string, data: ReadingData, { kind }: SplitOptions = {}): FindingPiece[] {
  return splitMapped(clean(text, data), data, { role: kind ?? 'both' });
}

export interface FindOptions {
  /** Gives each finding its categories, by which problems and suggestions are paired as well. */
  readonly classifier?: Classifier;
}

/**
 * The findings of a document, paired; with labels where a classifier is given.
 * @throws InputError `text-too-long`
 */
export function findFindings(document: SourceDocument, data: ReadingData, options: FindOptions = {}): Finding[] {
  return readFindings(document, data, options).findings;
}

/** … and what else there is to say about the places where they stand. */
export interface FindingsRead extends Pick<Located, 'hasPlaces' | 'unread'> {
  readonly findings: Finding[];
}

export function readFindings(
  document: SourceDocument,
  data: ReadingData,
  { classifier }: FindOptions = {},
): FindingsRead {
  if (isTooLong(document.lines)) throw tooLong(document.source);
  const { passages, hasPlaces, unread } = locatePassages(document, data);
  const counters = new Map<string, number>();
  const groups = new Map<string, Group>();
  const findings: Finding[] = [];
  for (const passage of passages) {
    // A cell of a text file has no bound of its own.
    if (isTooLong([passage])) throw tooLong(document.source);
    const pieces = splitMapped(clean(passage.text, data, { wrapped: passage.wrapped ?? false }), data, passage);
    const ids: string[] = [];
    const shown = passage.explains
      ? shownBy(pieces, groups.get(`${passage.record} ${passage.group}`), findings, passage)
      : [];
    for (const piece of pieces) {
      const finding = findingOf(piece, { document, passage, ids, counters, shown });
      ids.push(finding?.id ?? '');
      if (!finding) continue;
      findings.push(finding);
      const own = piece.point === undefined ? '' : ` ${piece.point}`;
      const key = `${passage.record} ${passage.group}${own}`;
      const group: Group = groups.get(key) ?? {
        members: [],
        counts: new Map(),
        together: piece.point !== undefined || passage.block === true,
      };
      groups.set(key, group);
      const row = passage.row === undefined ? {} : { row: passage.row };
      group.members.push({ id: finding.id, position: placeIn(group, finding), ...row });
    }
  }
  const labelled = classifier ? labelFindings(findings, classifier) : findings;
  const byId = new Map(labelled.map((finding) => [finding.id, finding]));
  for (const group of groups.values()) pairGroup(group, byId, data);
  return { findings: labelled, hasPlaces, unread };
}

/** Of running text: a report has a hundredth of it; a thousand reports in one file are better read one by one. */
const MOST_LINES = 60_000;
const MOST_CHARACTERS = 3_000_000;

function isTooLong(lines: readonly { readonly text: { readonly length: number } }[]): boolean {
  const filled = lines.filter(({ text }) => text.length > 0);
  return filled.length > MOST_LINES || filled.reduce((sum, { text }) => sum + text.length, 0) > MOST_CHARACTERS;
}

function tooLong(file: string): InputError {
  return new InputError('text-too-long', { file, data: { lines: MOST_LINES, characters: MOST_CHARACTERS } });
}

interface Context {
  readonly document: SourceDocument;
  readonly passage: Passage;
  /** Of the pieces before, by index. */
  readonly ids: readonly string[];
  /** What the headlines of the passage show, one by one; empty where they stand for themselves. */
  readonly shown: readonly Shown[];
  /** How many headlines each record has so far, by kind: a record may have several passages. */
  readonly counters: Map<string, number>;
}

function findingOf(piece: FindingPiece, context: Context): Finding | undefined {
  const { document, passage, ids, counters } = context;
  const { kind, parent } = piece;
  if (kind === null) return undefined;
  const record = `r${passage.record}.${kind}`;
  const shown = context.shown[(piece.path[0] ?? 1) - 1];
  const parentId = parent === null ? (shown?.id ?? null) : (ids[parent] ?? null);
  const count = (counters.get(record) ?? 0) + 1;
  if (parentId === null) counters.set(record, count);
  const number = parent === null && shown ? shown.part : (piece.path.at(-1) ?? 1);
  return {
    id: parentId === null ? `${record}.${count}` : `${parentId}.${number}`,
    source: document.source,
    location: passage.place(piece.start),
    ...(passage.project !== undefined && { project: passage.project }),
    ...(passage.unit !== undefined && { unit: passage.unit }),
    ...(passage.year !== undefined && { year: passage.year }),
    kind,
    level: piece.level + (shown ? 1 : 0),
    marker: piece.marker,
    text: piece.text,
    start: piece.start,
    end: piece.end,
    parentId,
    labels: [],
    needsReview: false,
    pairedWith: [],
  };
}

/** A problem that another cell shows, and the number of that part of it. */
interface Shown {
  readonly id: string;
  readonly part: number;
}

/** The only problem beside has them all as parts; of as many problems each has its own; else they stand for themselves. */
function shownBy(
  pieces: readonly FindingPiece[],
  group: Group | undefined,
  findings: readonly Finding[],
  { row }: Passage,
): Shown[] {
  const own = new Map(group?.members.map((member) => [member.id, member.row]));
  const members = findings.filter(({ id }) => own.has(id));
  const problems = members.filter(({ kind, parentId }) => kind === 'problem' && parentId === null);
  // Of rows that a merged cell holds together each shows the problem of its own, where it has one.
  const beside = problems.filter(({ id }) => own.get(id) === row);
  const heads = beside.length > 0 ? beside : problems;
  const tops = pieces.filter(({ parent }) => parent === null);
  const only = heads.length === 1;
  if (!only && heads.length !== tops.length) return [];
  return tops.map((_, index) => {
    const { id } = heads[only ? 0 : index] as Finding;
    const before = members.filter(({ parentId }) => parentId === id).length;
    return { id, part: before + (only ? index : 0) + 1 };
  });
}

/** Its place among its siblings: points of one list may stand in cells of their own. */
function placeIn({ counts }: Group, { kind, parentId }: Finding): number {
  const key = parentId ?? kind;
  const place = (counts.get(key) ?? 0) + 1;
  counts.set(key, place);
  return place;
}

/** What is paired with each other: one row, one report, one point of a list. */
interface Group {
  readonly members: { readonly id: string; readonly position: number; readonly row?: string }[];
  /** How many of each kind, or of each headline's parts, it has. */
  readonly counts: Map<string, number>;
  readonly together: boolean;
}

function pairGroup({ members, together }: Group, byId: ReadonlyMap<string, Finding>, data: ReadingData): void {
  const own = members.flatMap(({ id, position }) => {
    const finding = byId.get(id);
    return finding ? [{ finding, position }] : [];
  });
  const pairs = pairFindings(
    own.map(({ finding, position }) => ({ ...finding, position })),
    { concepts: data.concepts, together },
  );
  for (const { finding } of own) finding.pairedWith = pairs.get(finding.id) ?? [];
}

function splitMapped(
  cleaned: MappedText,
  data: ReadingData,
  { role, base }: Pick<Passage, 'role' | 'base'>,
): FindingPiece[] {
  const segments: readonly KindSegment[] =
    role === 'both' ? kindSegments(cleaned.text, data, base) : [{ start: 0, end: cleaned.length, kind: role }];
  const pieces: FindingPiece[] = [];
  const counts = new Map<FindingKind | null, number>();
  for (const { start, end, kind, point } of segments) {
    const part = cleaned.slice(start, end);
    for (const draft of splitText(part, data, kind ?? undefined)) {
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      addPieces(draft, { part, kind, path: [number], parent: null, ...(point !== undefined && { point }) }, pieces);
    }
  }
  return pieces;
}

interface Branch {
  readonly part: MappedText;
  readonly kind: FindingKind | null;
  readonly path: readonly number[];
  readonly parent: number | null;
  readonly point?: number;
}

/** Fields one by one: spread objects cost texts of many short points about a sixth of their time. */
function addPieces(draft: Draft, branch: Branch, pieces: FindingPiece[]): void {
  const { part, kind, path, parent, point } = branch;
  const { start, end } = draft.range;
  const text = findingText(part.text.slice(start, end));
  const origin = part.origin(start, end);
  const index = pieces.length;
  const { marker } = draft;
  const piece = { kind, level: path.length, marker, text, start: origin.start, end: origin.end, path, parent };
  pieces.push(point === undefined ? piece : { ...piece, point });
  let number = 0;
  for (const child of draft.parts) {
    number += 1;
    const below = { part, kind, path: [...path, number], parent: index };
    addPieces(child, point === undefined ? below : { ...below, point }, pieces);
  }
}
