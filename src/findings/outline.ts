/** Markers → tree. Nesting is by kind of marker in order of appearance, to any depth. */
import type { TextRange } from '../text/mapped-text.js';
import { candidates, type Marker } from './markers.js';

/** `start`–`end` is the text of the node itself, from behind its marker to the first part below it. */
export interface OutlineNode extends TextRange {
  /** null for the root: what stands before the first marker. */
  readonly marker: Marker | null;
  readonly children: OutlineNode[];
}

interface Open {
  readonly node: OutlineNode;
  readonly kind: string;
  readonly family: string;
  last: number;
}

export function outline(text: string): OutlineNode {
  const markers = acceptMarkers(candidates(text));
  const root: OutlineNode = { marker: null, start: 0, end: markers[0]?.start ?? text.length, children: [] };
  const stack: Open[] = [];
  markers.forEach((marker, index) => {
    const end = markers[index + 1]?.start ?? text.length;
    const node: OutlineNode = { marker, start: marker.end, end, children: [] };
    stack.length = depthOf(stack, marker);
    (stack.at(-1)?.node ?? root).children.push(node);
    stack.push({ node, kind: marker.kind, family: marker.family, last: marker.number });
  });
  return root;
}

/** The depth at which a marker stands: beside the open one of its kind, else below all that is open. */
function depthOf(stack: readonly Open[], marker: Marker): number {
  const same = stack.findLastIndex(({ kind }) => kind === marker.kind);
  if (same >= 0) return same;
  // 1. … 2、 … is one list typed carelessly; 1、 … 1. … is a list in a list.
  const kin = stack.findLastIndex(({ family, last }) => family === marker.family && marker.number > last);
  return kin >= 0 ? kin : stack.length;
}

/** Which candidates are markers, seen in their series. One pass, with a table of what is still to come. */
function acceptMarkers(found: readonly Marker[]): Marker[] {
  const lastAt = new Map<string, number>();
  for (const { family, number, boundary, start } of found) {
    if (boundary !== 'glued' || number > 1) lastAt.set(`${family} ${number}`, start);
  }
  const accepted: Marker[] = [];
  const stack: Marker[] = [];
  for (const marker of found) {
    const open = stack.findLast(({ family }) => family === marker.family);
    const follows = [1, 2, 3].some(
      (step) => (lastAt.get(`${marker.family} ${marker.number + step}`) ?? -1) > marker.start,
    );
    const series: Series = { step: open ? marker.number - open.number : undefined, follows };
    if (!(accepts[marker.kind] ?? numberedMarker)(marker, series)) continue;
    accepted.push(marker);
    const at = stack.findIndex(({ family }) => family === marker.family);
    if (at >= 0) stack.length = at;
    stack.push(marker);
  }
  return accepted;
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
  label: (marker, { step, follows }) => firm(marker, false) && (marker.number === 1 || ahead(step) || follows),
  first: sequenceMarker,
  side: (marker, { step, follows }) => firm(marker, true) && (marker.number === 1 ? follows : step === 1),
  bullet: ({ boundary }) => boundary === 'line',
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
  if (marker.boundary === 'line') return true;
  if (marker.boundary === 'sentence') return marker.number === 1 || ahead(step) || follows || marker.kind === 'circled';
  // Behind a space or glued (加强监管2.完善制度): only as a member of a list, in turn.
  // Brackets and circles are plain enough to begin a list anywhere: 包括①…②….
  const plain = marker.kind === 'circled' || marker.kind === 'num-paren' || marker.kind === 'cn-paren';
  if (marker.number === 1) return follows && (plain || marker.boundary !== 'glued');
  return step === 1 || (step === 2 && marker.boundary === 'space');
}
