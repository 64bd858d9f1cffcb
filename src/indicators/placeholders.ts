/** What stands in a cell that nobody filled in. */
import { codeAt } from '../text/code-at.js';
import { CharacterSet } from '../text/character-set.js';
import { compact } from '../text/fold.js';

/** What a form asks for, left in the cell. */
const PROMPT =
  /^[(（[【]?(?:请|此处|单击|点击|双击)(?:此处|这里)?(?:填|输|选|添|录)|^[(（[【](?:填写|填报|填入|输入|录入)(?:具体|相应|对应|实际|预期|本项目)?的?(?:三级)?(?:指标值|目标值|指标名称|指标|数值|数字|内容|名称|单位)[)）\]】]$|^[(（[【]?(?:例|示例|样例|如)[:：]|^(?:指标值|目标值|数值)\d{0,2}$|^(?:未|待|以?后|需)(?:填报?|补充?|完善|核实?)$|^(?:待(?!遇)|另行|招标后|中标后|批复后|预算下达后|到时)[\p{Script=Han}]{0,6}(?:确定|核定|明确|确认|另定|再定)$|^同(?:指标名称|名称|左|上|前)$|^#[a-z/]{1,6}[!?]$/u;
/** What it begins with. */
const PROMPTS = new CharacterSet('(（[【请此单点双例示样如指目数未待以后需同另招中批预到#');
const BRACKETS = new CharacterSet('(（');
/** How long a placeholder is that a remark follows, and how long the remark is at most, its brackets included. */
const REMARKED = { least: 2, most: 6 };
const LONGEST_REMARK = 31;

export class Placeholders {
  readonly #words: ReadonlySet<string>;
  readonly #longest: number;

  constructor(words: readonly string[]) {
    this.#words = new Set(words.map(compact));
    this.#longest = Math.max(0, ...Array.from(this.#words, ({ length }) => length));
  }

  /** Blank, punctuation only, a placeholder word, or crosses left from a template. */
  has(key: string): boolean {
    if ((key.length <= this.#longest && this.#words.has(key)) || (PROMPTS.hasAt(key, 0) && PROMPT.test(key)))
      return true;
    const remarked = beforeRemark(key);
    if (remarked !== undefined && this.#words.has(remarked)) return true;
    const first = codeAt(key, 0);
    // What follows begins with a sign or an x.
    if (first >= 0x4e00 && first <= 0x9fff) return false;
    const bare = key.replace(/^[≥≤><=]+/, '');
    return (
      /^[\p{P}\p{S}]*$/u.test(key.replace(/[≥≤><=]/g, '')) ||
      /^[x×*＊_＿?？○□]+(?:[%个次人元户家件项天日年月场册]|万元|人次|平方米|公里)?(?:以上|以内|前)?$/.test(bare) ||
      // XX万亩, ( )人: crosses or empty brackets, and the unit of the form behind them.
      /^(?:[x×*＊_＿○□]{2,9}|[(（][_＿\s]{0,9}[)）])[\p{Script=Han}%㎡]{1,4}$/u.test(bare)
    );
  }
}

/** What a short remark in brackets follows: 待定（视雪季情况）. */
function beforeRemark(key: string): string | undefined {
  let open = 0;
  while (open <= REMARKED.most && !BRACKETS.hasAt(key, open)) open += 1;
  const isOne = open >= REMARKED.least && open <= REMARKED.most && key.length - open <= LONGEST_REMARK;
  return isOne && open < key.length ? key.slice(0, open) : undefined;
}
