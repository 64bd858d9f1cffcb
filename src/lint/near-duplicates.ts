/** Pairs of indicators that assess one thing: in other words, or split by place. */
import { type MeasuredObject, measuredObject, type NumberPart, type Understanding, type Understood } from '../indicators/index.js';
import { compact } from '../text/fold.js';
import { splitByPlace } from './place-split.js';
import type { UnderstoodDraft } from './understood-draft.js';

export interface NearDuplicate {
  readonly earlier: Understood;
  readonly later: Understood;
  readonly kind: 'same' | 'split';
}

interface Candidate {
  readonly understood: Understood;
  readonly measured: MeasuredObject;
  /** Brackets and the part a row belongs to tell indicators apart. */
  readonly apart: string;
}

/** A bucket of the same key is compared no further than this. */
const MOST_COMPARED = 4;

export function nearDuplicates(draft: UnderstoodDraft, understanding: Understanding): NearDuplicate[] {
  const { units, goals, framework, quantities } = understanding;
  const candidates = draft.indicators.flatMap((understood): Candidate[] => {
    const { name, levels, indicator } = understood;
    const key = compact(name.core);
    if (levels.level1 === 'management' || quantities.isPlaceholder(key) || framework.isHeading(name.core)) return [];
    const notes = name.brackets.filter((text) => !units.parse(compact(text))).map(compact);
    return [
      {
        understood,
        measured: measuredObject(understood, goals.lexicon),
        apart: [indicator.partOf ?? '', ...notes].join('\u0000'),
      },
    ];
  });
  const found = new Map<Understood, NearDuplicate>();
  const add = (earlier: Understood, later: Understood, kind: NearDuplicate['kind']) => {
    if (!found.has(later)) found.set(later, { earlier, later, kind });
  };
  for (const { earlier, later } of sameObjects(candidates)) add(earlier, later, 'same');
  for (const { earlier, later } of splitByPlace(draft.indicators)) add(earlier, later, 'split');
  return [...found.values()];
}

function sameObjects(candidates: readonly Candidate[]): { earlier: Understood; later: Understood }[] {
  const buckets = new Map<string, Candidate[]>();
  const pairs: { earlier: Understood; later: Understood }[] = [];
  for (const later of candidates) {
    const { measure, exact, loose } = later.measured;
    for (const key of [`= ${measure} ${exact}`, `~ ${measure} ${loose}`]) {
      const bucket = buckets.get(key);
      if (!bucket) {
        buckets.set(key, [later]);
        continue;
      }
      const earlier = bucket.find((one) => isSame(one, later));
      if (earlier) pairs.push({ earlier: earlier.understood, later: later.understood });
      if (bucket.length < MOST_COMPARED) bucket.push(later);
    }
  }
  return pairs;
}

function isSame(a: Candidate, b: Candidate): boolean {
  if (a.apart !== b.apart) return false;
  const names = [a, b].map(({ understood }) => compact(understood.name.core));
  // The same name in one box is a duplicate, in two boxes a matter of where it belongs.
  if (names[0] === names[1]) return false;
  const isExact = a.measured.exact !== '' && a.measured.exact === b.measured.exact;
  // 培训人数 and 培训人次 are counted differently, unless they come to the same.
  const visits = [a, b].filter(({ understood }) => /人次/.test(understood.name.core)).length;
  if (isExact && visits !== 1) return valuesCompare(a.understood, b.understood);
  const { measure, loose } = a.measured;
  if (loose === '' && !WITHOUT_OBJECT.has(measure)) return false;
  return sameValue(a.understood, b.understood);
}

/** 项目按期完成率 and 任务及时完成率, 服务对象满意度 and 受益对象满意度: one of each is enough. */
const WITHOUT_OBJECT: ReadonlySet<string> = new Set(['timely', 'satisfaction', 'deadline']);

/** Counted in one way: 28 家 and 28 人 are two things. */
function valuesCompare(a: Understood, b: Understood): boolean {
  const [one, other] = [a.value?.numbers[0]?.unit ?? a.unit, b.value?.numbers[0]?.unit ?? b.unit];
  return !one || !other || one.dimension === other.dimension;
}

function sameValue(a: Understood, b: Understood): boolean {
  const [one, other] = [a.value?.numbers[0], b.value?.numbers[0]];
  if (one && other) return valuesCompare(a, b) && scaled(one) === scaled(other);
  return !one && !other && a.value !== undefined && a.value.kind !== 'missing' && compact(a.value.text) === compact(b.value?.text ?? '');
}

function scaled({ value, unit }: NumberPart): number {
  return Number((value * (unit?.factor ?? 1)).toPrecision(9));
}
