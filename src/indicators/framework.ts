/** Headings of level 1 and 2 → boxes of the framework. */
import { compact } from '../text/fold.js';
import type { FrameworkAdditions, IndicatorData, Level1, Level2 } from './knowledge.js';

export interface Levels {
  /** As stated, or as the level-2 box implies. */
  readonly level1: Level1 | undefined;
  readonly level2: Level2 | undefined;
  readonly level1Stated: boolean;
  /** A heading is there but belongs to no known framework. */
  readonly unknown: readonly ('level1' | 'level2')[];
}

/** Numbering, weights in brackets, “指标” and white space are not part of a heading. */
function headingKey(text: string): string {
  const key = compact(text);
  return (MARKED.test(key) ? withoutMarks(key) : key).replace(/类?指标$/, '');
}

/** 汉字 alone carry no mark, but for 的 and 方面. */
const MARKED = /[^一-龥]|的|方面/;

function withoutMarks(key: string): string {
  return (
    key
      .replace(/[(（][^)）]*[)）]?/g, '')
      .replace(/^[一二三四五六七八九十]{1,2}[、.．:：]/, '')
      // 1.产出指标, 1.1数量指标, 1 产出指标
      .replace(/^\d{1,2}(?:\.\d{1,2}){0,2}[、.．:：]?(?=[一-龥])/, '')
      .replace(/^[a-z]\d{0,2}[.、]?(?=[一-龥])/, '')
      .replace(/[:：、\d]{1,20}$/, '')
      // 产出指标 Output
      .replace(/(?<=[一-龥])[a-z][a-z&/-]{2,}$/, '')
      .replace(/方面的?|的(?=.)/g, '')
  );
}

const MAX_REMEMBERED = 2000;
/** 服务对象满意度指标 behind another one. */
const LONGEST_JOINT = 16;

export class Framework {
  readonly #level1 = new Map<string, Level1>();
  readonly #level2 = new Map<string, Level2>();
  readonly #alsoNames = new Set<string>();
  readonly #resolved = new Map<string, Levels>();
  readonly #data: IndicatorData['framework'];

  constructor(data: IndicatorData['framework']) {
    this.#data = data;
    for (const [box, { name, synonyms }] of Object.entries(data.level1)) {
      for (const word of [name, ...synonyms]) this.#level1.set(headingKey(word), box as Level1);
    }
    for (const [box, { name, synonyms, alsoNames }] of Object.entries(data.level2)) {
      for (const word of [name, ...synonyms, ...alsoNames]) this.#level2.set(headingKey(word), box as Level2);
      for (const word of alsoNames) this.#alsoNames.add(headingKey(word));
    }
  }

  resolve(level1 = '', level2 = ''): Levels {
    // A draft repeats a dozen headings over all its rows.
    const key = `${level1}\u0000${level2}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const levels = this.#resolve(level1, level2);
    if (this.#resolved.size < MAX_REMEMBERED && key.length < 100) this.#resolved.set(key, levels);
    return levels;
  }

  #resolve(level1: string, level2: string): Levels {
    const joint = this.#joint(level1) ?? this.#joint(level2);
    if (joint) return joint;
    const [key1, key2] = [headingKey(level1), headingKey(level2)];
    const stated = this.#level1.get(key1);
    const box = this.#level2.get(key2);
    const implied = box && this.#data.level2[box].level1[0];
    const first = stated ?? (key1 === '' ? implied : undefined);
    const unknown: ('level1' | 'level2')[] = [];
    if (key1 !== '' && !stated) unknown.push('level1');
    if (key2 !== '' && !box) unknown.push('level2');
    return {
      level1: first,
      level2: box,
      level1Stated: stated !== undefined,
      unknown,
    };
  }

  /** Both levels in one cell: “产出指标-数量指标”, “效益指标（社会效益）”. */
  #joint(text: string): Levels | undefined {
    if (this.#level1.has(headingKey(text)) || this.#level2.has(headingKey(text))) return undefined;
    const parts = text.split(/[-—–_/\\|>＞→:：、·•()（）\s]+/).filter((part) => part !== '');
    const [first = '', second = ''] = parts.length === 1 ? this.#divided(headingKey(text)) : parts;
    if (parts.length > 2) return undefined;
    const level1 = this.#level1.get(headingKey(first));
    const level2 = this.#level2.get(headingKey(second));
    return level1 && level2 ? { level1, level2, level1Stated: true, unknown: [] } : undefined;
  }

  /** 产出数量, 产出质量指标: with nothing between. */
  #divided(key: string): readonly string[] {
    if (key.length > LONGEST_JOINT) return [];
    const first = [...this.#level1.keys()].find(
      (word) => key.startsWith(word) && this.#level2.has(headingKey(key.slice(word.length).replace(/^指标/, ''))),
    );
    return first === undefined ? [] : [first, key.slice(first.length).replace(/^指标/, '')];
  }

  /** Whether the text is a heading of either level (数量指标, 社会效益). */
  isHeading(text: string): boolean {
    const key = headingKey(text);
    if (this.#alsoNames.has(key)) return false;
    const level1 = this.#level1.get(key);
    // 预算执行率 heads a block in some forms, but is an indicator of its own in all others.
    return key !== '' && ((level1 !== undefined && level1 !== 'management') || this.#level2.has(key));
  }

  level2Name(box: Level2): string {
    return this.#data.level2[box].name;
  }

  level1Name(box: Level1): string {
    return this.#data.level1[box].name;
  }

  /** The level-1 classes that a level-2 box may stand under, the usual one first. */
  level1Of(box: Level2): readonly Level1[] {
    return this.#data.level2[box].level1;
  }
}

/** The framework with the headings of one place added; where it says so, a level-2 box moves to another level 1. */
export function extendFramework(
  data: IndicatorData['framework'],
  additions: FrameworkAdditions,
): IndicatorData['framework'] {
  const level1 = { ...data.level1 };
  for (const [box, { synonyms = [] }] of Object.entries(additions.level1 ?? {})) {
    const known = level1[box as Level1];
    level1[box as Level1] = { ...known, synonyms: [...known.synonyms, ...synonyms] };
  }
  const level2 = { ...data.level2 };
  for (const [box, { synonyms = [], level1: homes }] of Object.entries(additions.level2 ?? {})) {
    const known = level2[box as Level2];
    level2[box as Level2] = { ...known, synonyms: [...known.synonyms, ...synonyms], level1: homes ?? known.level1 };
  }
  return { level1, level2 };
}
