/** What the title over a form names, where no label does: 第五次全国经济普查县级经费绩效目标一览. */
import { compact } from '../../text/fold.js';
import type { SheetView } from './sheet-view.js';

const LONGEST = 60;
const FORM =
  /(?:项目)?(?:支出)?(?:预算)?绩效(?:目标|自评|指标|评价|运行)(?:申报|批复|公开|自评|评价|监控|管理|完成情况|实现)*(?:情况)?(?:一览|汇总)?(?:表|书|单)?$/;
const YEAR = /[(（]?20\d{2}年?度?[)）]?/g;
/** A place or a body: the title says whose form it is, not of which project. */
const WHOSE =
  /(?:[省市县区州盟旗镇乡村]|局|委|厅|署|处|院|所|办|站|馆|办公室|中心|委员会|政府|大学|学校|医院|公司|集团)$/;
/** Words of forms: what is made of nothing else names no project, and what ends in them says no more than what stands before. */
const GENERAL =
  /(?:附件|附表|\d|[:：、.]|部门|单位|项目|预算|财政|支出|专项|转移支付|整体|区域|政策|重点|市级|省级|县级|区级|本级|资金|申报|公开|年度|一般公共|国有资本经营|政府性基金|类|本次|下达|二级|一级)+$/;

/** The project's name in the rows from `top` up to, not including, `bottom`; undefined where the title is the form's alone. */
export function titledName(view: SheetView, top: number, bottom: number): string | undefined {
  for (let row = top; row < bottom; row += 1) {
    const [column, ...others] = view.filled(row);
    if (column === undefined || others.length > 0) continue;
    const title = compact(view.own(row, column));
    if (title.length > LONGEST || !FORM.test(title)) continue;
    const name = title
      .replace(YEAR, '')
      .replace(FORM, '')
      .replace(/[(（][^()（）]{0,12}[)）]$/, '');
    const own = name.replace(GENERAL, '');
    return own.length < 4 || WHOSE.test(own) ? undefined : name;
  }
  return undefined;
}
