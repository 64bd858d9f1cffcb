/** Whether two indicators may be about one thing at all: what their names say beside it must not tell them apart. */
import { nameKey, perName, type Understanding, type Understood } from '../indicators/index.js';
import { compact } from '../text/fold.js';
import { stagesOf } from './spoken-name.js';

/** Brackets and the part a row belongs to tell indicators apart; the same name is another rule's matter. */
export function isTold(a: Understood, b: Understood, understanding: Understanding, stagesIn = stages): boolean {
  return notesOf(a, understanding) === notesOf(b, understanding) && isToldButNotes(a, b, understanding, stagesIn);
}

/** The same where what stands in brackets on one side alone is but the number once more: 粪肥还田面积 and 粪肥还田推广面积（15万亩）. */
export function isToldLoosely(a: Understood, b: Understood, understanding: Understanding): boolean {
  // 城区到乡镇班车 and 乡镇到城区班车 have all characters in common.
  if (WAY.test(a.name.core) && WAY.test(b.name.core)) return false;
  const [one, other] = [notesOf(a, understanding), notesOf(b, understanding)];
  const areAlike = one === other || (isAmount(one) && isAmount(other));
  return areAlike && isToldButNotes(a, b, understanding, stagesOnceThere);
}

const WAY = /[到至往赴]/;

function isAmount(note: string): boolean {
  return note === '' || /^\d+(?:\.\d+)?[万亿]?[\p{Script=Han}]{1,3}$/u.test(note);
}

function isToldButNotes(
  a: Understood,
  b: Understood,
  understanding: Understanding,
  stagesIn: (one: Understood) => string,
): boolean {
  if (nameKey(a) === nameKey(b) || (a.indicator.partOf ?? '') !== (b.indicator.partOf ?? '')) return false;
  if (stagesIn(a) !== stagesIn(b)) return false;
  if (subgroupsOf(a, understanding) !== subgroupsOf(b, understanding)) return false;
  return !areOfTwoThings(a, b) && !isNoName(a, understanding) && !isNoName(b, understanding);
}

/** 群众对社区食堂的满意度 and 群众对机关食堂的满意度; 对教育 and 对教育工作 are one. */
function areOfTwoThings(a: Understood, b: Understood): boolean {
  const [one, other] = [thingOf(a), thingOf(b)];
  return one !== undefined && other !== undefined && !one.includes(other) && !other.includes(one);
}

/** What people are satisfied with, where the name says so; 对象 and 对口 are words of their own. */
const thingOf = perName(({ measure: { kind, object } }) =>
  kind === 'satisfaction' ? /对(?![象口])(?<thing>.+?)的?$/.exec(object)?.groups?.thing : undefined,
);

/** 重度残疾儿童 and 残疾儿童: a part, and all of them. */
const subgroupsOf = perName(({ name: { core } }, { data }: Understanding) =>
  data.goals.subgroups.filter((word) => core.includes(word)).join(),
);

const notesOf = perName(({ name }, { units }: Understanding) =>
  name.brackets
    .filter((text) => !units.parse(compact(text)))
    .map(compact)
    .join('\u0000'),
);
const stages = perName(({ name }) => stagesOf(name.core));
const isNoName = perName(
  (reading, { quantities, framework }: Understanding) =>
    quantities.isPlaceholder(nameKey({ reading })) || framework.isHeading(reading.name.core),
);

/** Stages but for those by which a thing comes to be there: 购置30台 and 安装30台 are of the same 30. */
export const stagesOnceThere = perName(({ name }) => stagesOf(name.core, ARRIVAL));

const ARRIVAL: ReadonlySet<string> = new Set(['新建', '购置', '安装']);
