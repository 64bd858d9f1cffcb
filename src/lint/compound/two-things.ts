/** Two things, groups of people, states or aspects under one number. */
import { actAtEnd, areOneWork } from './two-works.js';
import type { Words } from './words.js';

/**
 * 专题报告及信息篇数, 溶栓和取栓例数: two things, or two acts of one word each, under one number. In 学校周边和重点区域检查次数 what
 * stands before the joint says where, in 新建和改建公厕座数 of which kind.
 */
export function areTwoThings(
  left: string,
  second: string,
  joint: string,
  { acts, persons, pairs, ongoing, attached, kind }: Words,
  stems: readonly string[],
): boolean {
  if (!WRITTEN_JOINTS.has(joint) || left.length < 2 || second.length < 2 || second.length > LONGEST_THING) return false;
  // Of which kind, or where: what is counted comes behind the joint and is one thing.
  if (ongoing.test(second) || attached.test(second) || kind.test(left)) return false;
  if (!/^[\p{Script=Han}]+$/u.test(left + second) || /[的或和与及]/.test(second)) return false;
  if (persons.atEnd(left) || persons.atEnd(second)) return false;
  const [first, other] = [actAtEnd(left, acts, stems), actAtEnd(second, acts, stems)];
  if (left.length === 2 || second.length === 2) {
    // 溶栓和取栓: as long as each other; 采购和安装 are one work.
    if (left.length !== second.length) return first === undefined && other === undefined && left.length > 2;
    return (
      !areOneWork(pairs, (one, two) => one === left && two === second) &&
      (first === undefined) === (other === undefined)
    );
  }
  return first === undefined && other === undefined;
}

/** 夜读会和亲子手工坊举办: two occasions under one act; 街道和乡镇文艺演出举办 says where, 春节和元宵节活动 when. */
export function areTwoOccasions(
  left: string,
  second: string,
  { held, occasion, body, general, pairs }: Words,
): boolean {
  const other = second.replace(held, '');
  if (other === second || left === other || !occasion.test(left) || !occasion.test(other)) return false;
  if (body.test(left) || (general.test(other) && !general.test(left))) return false;
  return !areOneWork(pairs, (one, two) => left.endsWith(one) && other.endsWith(two));
}

export const WRITTEN_JOINTS: ReadonlySet<string> = new Set(['和', '及', '与', '以及']);
const LONGEST_THING = 8;

/** 氨氮、总磷浓度: of each so much; 地表水和地下水硝酸盐浓度 is of one substance. */
export function areTwoSubstances(left: string, right: string, joint: string, { each, substance }: Words): boolean {
  if (!each.test(right) || !(joint === '、' || WRITTEN_JOINTS.has(joint))) return false;
  return substance.atEnd(left) !== undefined && substance.at(right, 0) !== undefined;
}

/** 参赛运动员和赛事志愿者: two groups of people under one number. 培训教师和校长 may be one course. */
export function areTwoGroups(left: string, right: string, { persons, acts, ongoing, served }: Words): boolean {
  const [first, second] = [persons.atEnd(left), persons.atEnd(right)];
  if (!first || !second || first.word === second.word) return false;
  return left.length >= 3 && right.length >= 3 && !ongoing.test(right) && !acts.at(left, 0) && !served.test(left);
}

/** 采购苗木和肥料数量: two things of different units under one number; 桌和椅, 大中型 are too short to tell. */
export function areTwoObjects(
  left: string,
  right: string,
  { acquires, attached, boughtKind, device }: Words,
  activities: readonly string[],
): boolean {
  const verb = acquires.exec(left)?.[0];
  if (!verb) return false;
  const first = left.slice(verb.length);
  const second = right.replace(/(?:总?数量|总数)$/, '');
  // 采购设备和安装数量, 购置电脑及其配件数量: the second is an act, or goes with the first.
  if (attached.test(second) || activities.some((word) => second.startsWith(word))) return false;
  // 购置城区和乡镇垃圾桶数量: two places of one thing.
  if (boughtKind.test(first)) return false;
  // 监控和报警设备, A4和A3纸张: both say what kind of one thing it is.
  if (/[\da-zA-Z]$/.test(first) || (first.length === 2 && device.test(second))) return false;
  return first.length >= 2 && second.length >= 2 && !/[的、和与及]/.test(second);
}

/** 信息准确及完整率: two states under one rate, each met or not by itself. */
export function areTwoStates(left: string, right: string, { stateAtEnd, stateAlone }: Words): boolean {
  const [first, second] = [stateAtEnd.exec(left)?.[0], stateAlone.exec(right)?.[1]];
  return first !== undefined && second !== undefined && first !== second;
}

/** 水质和空气质量达标率, 进度和质量达标率: two aspects, each measured by itself. */
export function areTwoAspects(left: string, right: string, { aspect, rate }: Words): boolean {
  return aspect.test(left) && aspect.test(right.replace(rate, ''));
}
