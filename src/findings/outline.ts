/** Markers → tree. Nesting is by kind of marker in order of appearance, to any depth. */
import { codesOf, hasWords } from '../text/characters.js';
import { CERTAIN } from '../text/normalize/join-lines.js';
import type { TextRange } from '../text/mapped-text.js';
import { rememberLast } from '../text/remember-last.js';
import { candidates, isPartKind, type Marker } from './markers.js';

/** `start`–`end` is the text of the node itself, from behind its marker to the first part below it. */
export interface OutlineNode extends TextRange {
  /** null for the root, what stands before the first marker, and for the unmarked headline of a list that begins anew. */
  readonly marker: Marker | null;
  readonly children: OutlineNode[];
}

interface Open {
  readonly node: OutlineNode;
  /** What it and its siblings stand under. */
  readonly home: OutlineNode;
  readonly kind: string;
  readonly family: string;
  last: number;
}

export const outline = rememberLast((text): OutlineNode => {
  const markers = acceptMarkers(candidates(text));
  const root: OutlineNode = { marker: null, start: 0, end: markers[0]?.start ?? text.length, children: [] };
  const stack: Open[] = [];
  let headline: OutlineNode | undefined;
  markers.forEach((marker, index) => {
    const next = markers[index + 1];
    const stop = next?.start ?? text.length;
    const depth = depthOf(stack, marker);
    const home = headline ?? stack[depth]?.home ?? stack[depth - 1]?.node ?? root;
    stack.length = depth;
    const broken = listEnd(text, { marker, next, stop, home });
    if (broken !== undefined) {
      home.children.push({ marker, start: marker.end, end: broken, children: [] });
      const after: OutlineNode = { marker: null, start: broken, end: stop, children: [] };
      const leads = next !== undefined && isPartKind(next.kind) && LEADS_OVER.has(text.charCodeAt(stop - 1));
      headline = leads ? after : undefined;
      if (leads || hasWords(text.slice(broken, stop))) (stack[depth - 1]?.node ?? root).children.push(after);
      return;
    }
    // “…二是甲。绩效指标方面：一是乙”: what leads over to the new list is no part of the old one.
    const lead = next && isAnew(marker, next) ? leadStart(text, marker.end, stop) : stop;
    const node: OutlineNode = { marker, start: marker.end, end: lead, children: [] };
    home.children.push(node);
    stack.push({ node, home, kind: marker.kind, family: marker.family, last: marker.number });
    headline = lead < stop ? { marker: null, start: lead, end: stop, children: [] } : undefined;
    if (headline) (stack[depth - 1]?.node ?? root).children.push(headline);
  });
  return root;
});

interface LastPart {
  readonly marker: Marker;
  readonly next: Marker | undefined;
  /** Where its text would end. */
  readonly stop: number;
  readonly home: OutlineNode;
}

/**
 * Where what stands behind the last part of a list is none of it any more: a paragraph behind a list inside a paragraph, and a
 * clause that opens like the one above the list (针对目标，一要…，二要…；针对过程，要…).
 */
function listEnd(text: string, { marker, next, stop, home }: LastPart): number | undefined {
  if (!isPartKind(marker.kind) || marker.number < 2 || marker.boundary === 'line') return undefined;
  if (next && next.family === marker.family && next.number > marker.number) return undefined;
  const paragraph = text.indexOf(CERTAIN, marker.end);
  if (paragraph >= 0 && paragraph < stop) return paragraph;
  // 第一，… on a line of its own is no part of what 另一方面 says above it.
  if (next?.boundary === 'line' && isPartKind(next.kind) && next.family !== marker.family) return stop;
  if (next && isAnew(marker, next)) return undefined;
  const opening = home.marker === null ? OPENING.exec(text.slice(home.start, home.start + GLANCE))?.[1] : undefined;
  if (opening === undefined) return undefined;
  for (let at = text.indexOf(opening, marker.end); at >= 0 && at < stop; at = text.indexOf(opening, at + 1))
    if (COMPLETE.has(text.charCodeAt(at - 1))) return at;
  return undefined;
}

/** What a clause about one matter of several opens with. */
const OPENING = /^\s*(针对|对于|关于|围绕)/u;
const GLANCE = 8;

/** Does a list of parts begin anew beside the one that is open? */
function isAnew(marker: Marker, next: Marker): boolean {
  return isPartKind(next.kind) && next.number === 1 && next.kind === marker.kind && marker.number > 1;
}

/** Where the last, unfinished sentence before a list begins; the end where the text before it is complete. */
function leadStart(text: string, start: number, end: number): number {
  if (!LEADS_OVER.has(text.charCodeAt(end - 1))) return end;
  for (let at = end - 2; at > start && end - at < LONGEST_LEAD; at -= 1)
    if (COMPLETE.has(text.charCodeAt(at))) return at + 1;
  return end;
}

const LEADS_OVER = codesOf('：:，,');
const COMPLETE = codesOf('。！？；;\n');

const LONGEST_LEAD = 60;

/** The depth at which a marker stands: beside the open one of its kind, else below all that is open. */
function depthOf(stack: readonly Open[], marker: Marker): number {
  const same = stack.findLastIndex(({ kind, family }) => kind === marker.kind && family === marker.family);
  if (same >= 0) return same;
  // 1. … 2、 … is one list typed carelessly; 1、 … 1. … is a list in a list.
  const kin = stack.findLastIndex(({ family, last }) => family === marker.family && marker.number > last);
  return kin >= 0 ? kin : stack.length;
}

/** Which candidates are markers, seen in their series. One pass, with a table of what is still to come. */
function acceptMarkers(found: readonly Marker[]): Marker[] {
  // Of each family the place where each number comes last.
  const lastAt = new Map<string, number[]>();
  for (const { family, number, boundary, start } of found) {
    if (boundary === 'glued' && number <= 1) continue;
    const places = lastAt.get(family) ?? [];
    if (places.length === 0) lastAt.set(family, places);
    places[number] = start;
  }
  const accepted: Marker[] = [];
  const stack: Marker[] = [];
  for (const marker of found) {
    const open = stack.findLast(({ family }) => family === marker.family);
    const series: Series = {
      step: open ? marker.number - open.number : undefined,
      follows: isFollowed(marker, lastAt.get(marker.family)),
    };
    if (!(accepts[marker.kind] ?? numberedMarker)(marker, series)) continue;
    accepted.push(marker);
    const at = stack.findIndex(({ family }) => family === marker.family);
    if (at >= 0) stack.length = at;
    stack.push(marker);
  }
  return accepted;
}

/** Does one of the three numbers after a marker's own come later in the text? */
function isFollowed({ number, start }: Marker, lastAt: readonly (number | undefined)[] = []): boolean {
  for (let later = number + 1; later <= number + 3; later += 1) if ((lastAt[later] ?? -1) > start) return true;
  return false;
}

interface Series {
  /** By how much the number is ahead of the open one of its family; undefined where none is open. */
  readonly step: number | undefined;
  /** The next number, or one soon after it, comes later. */
  readonly follows: boolean;
}

const accepts: Partial<Record<string, (marker: Marker, series: Series) => boolean>> = {
  shi: beingMarker,
  yao: (marker, { step, follows }) => firm(marker, true) && (marker.number === 1 ? follows : step === 1),
  qi: (marker, { step, follows }) => firm(marker, true) && (marker.number === 1 ? follows : ahead(step)),
  di: (marker, { step, follows }) => firm(marker, marker.number > 1) && (marker.number === 1 ? follows : ahead(step)),
  label: (marker, { step, follows }) =>
    marker.boundary === 'line' || (firm(marker, false) && (marker.number === 1 || ahead(step) || follows)),
  first: sequenceMarker,
  side: (marker, { step, follows }) => firm(marker, true) && (marker.number === 1 ? follows : step === 1),
  bullet: ({ boundary }) => boundary === 'line',
  chapter: ({ boundary }) => boundary === 'line',
  decimal: (marker, { step, follows }) => marker.number === 1 || ahead(step) || follows,
};

function ahead(step: number | undefined): boolean {
  return step !== undefined && step > 0 && step <= 3;
}

/** At the head of a line or sentence, or behind a space; on demand behind a comma. */
function firm({ boundary }: Marker, comma: boolean): boolean {
  return boundary === 'line' || boundary === 'sentence' || boundary === 'space' || (comma && boundary === 'comma');
}

/**
 * 一是 needs a 二是 or the head of a sentence; 标准不统一是… and 之一是… need nothing more than the character before.
 * A part glued to the text before it is one only where exactly its number is due.
 */
function beingMarker(marker: Marker, { step, follows }: Series): boolean {
  if (marker.number === 1) {
    return marker.boundary === 'line' || marker.boundary === 'sentence' || (follows && marker.boundary !== 'glued');
  }
  if (marker.boundary === 'line' || marker.boundary === 'sentence') return true;
  return marker.boundary === 'glued' ? step === 1 : ahead(step);
}

/** 首先 … 其次 … 最后: each is an ordinary word as well, so it must stand first in a sentence and have company. */
function sequenceMarker(marker: Marker, { step, follows }: Series): boolean {
  if (marker.boundary === 'glued' || marker.boundary === 'comma') return false;
  if (marker.number > 1) return step !== undefined && step > 0;
  return follows;
}

function numberedMarker(marker: Marker, { step, follows }: Series): boolean {
  // 2021.是, 100.: only a long list has such numbers.
  if (marker.number > LONG && !ahead(step)) return false;
  if (marker.boundary === 'line') return true;
  const repeated = marker.kind === 'num-dot' && step === 0;
  if (marker.boundary === 'sentence')
    return marker.number === 1 || ahead(step) || repeated || follows || marker.kind === 'circled';
  // Behind a space or glued (加强监管2.完善制度): only as a member of a list, in turn.
  // Brackets and circles are plain enough to begin a list anywhere: 包括①…②….
  // 甲不足2.乙不足3.丙不足: the first number was left out.
  if (step === undefined && marker.number === 2) return marker.kind === 'num-dot' || follows;
  const plain = marker.kind === 'circled' || marker.kind === 'num-paren' || marker.kind === 'cn-paren';
  if (marker.number === 1) return follows && (plain || marker.boundary !== 'glued');
  // 甲偏低3.乙滞后3.丙走样: numbers left out or typed twice, though nothing but the next point can stand there.
  if (marker.boundary === 'glued' && marker.kind === 'num-dot') return step === 1 || step === 2 || repeated;
  return step === 1 || (step === 2 && marker.boundary === 'space');
}

const LONG = 99;
