/** Self-evaluation forms as finance bureaus hand them out, filled in without a fault; a test plants one. */
import ExcelJS from 'exceljs';

type Cells = Readonly<Record<string, string | number>>;

async function workbook(sheetName: string, cells: Cells, merges: readonly string[], edits: Cells): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetName);
  for (const [cell, value] of Object.entries({ ...cells, ...edits })) sheet.getCell(cell).value = value;
  for (const range of merges) sheet.mergeCells(range);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The rows from `first` on, each a list of values from the given columns. */
function rows(first: number, columns: string, list: readonly (readonly (string | number)[])[]): Cells {
  return Object.fromEntries(
    list.flatMap((values, index) =>
      values.flatMap((value, at) => (value === '' ? [] : [[`${columns[at] ?? ''}${String(first + index)}`, value]])),
    ),
  );
}

/** The national form of 2020: thirteen columns, funds above, total and grade below. */
export function nationalForm(edits: Cells = {}): Promise<Uint8Array> {
  const indicators: (string | number)[][] = [
    ['产出指标', '数量指标', '补贴性培训人次', '≥3600人次', '3742人次', 8, 8, ''],
    ['', '', '新型学徒人数', '≥600人', '568人', 8, 7.57, '两家企业订单减少；明年扩大合作企业范围。'],
    ['', '质量指标', '培训考核合格率', '≥95%', '96.2%', 10, 10, ''],
    ['', '', '补贴发放准确率', '100%', '100%', 6, 6, '/'],
    ['', '时效指标', '培训任务完成时间', '2023年11月30日前', '2023年11月24日', 6, 6, ''],
    ['', '', '补贴拨付时限', '≤30个工作日', '28个工作日', 6, 6, ''],
    ['', '成本指标', '人均培训补贴标准', '≤1350元/人次', '1235元/人次', 6, 6, ''],
    ['效益指标', '社会效益指标', '培训后就业率', '≥80%', '83.5%', 12, 12, ''],
    ['', '', '取得证书人数', '≥0.25万人', '2611人', 8, 8, ''],
    ['', '可持续影响指标', '校企合作机制', '健全', '部分达成年度指标并具有一定效果', 10, 7.5, '评价标准尚未出台。'],
    ['满意度指标', '服务对象满意度指标', '参训学员满意度', '≥90%', '94%', 10, 10, ''],
  ];
  const cells: Cells = {
    A1: '项目支出绩效自评表',
    A2: '（2023年度）',
    A3: '项目名称',
    D3: '急需紧缺工种技能培训',
    A4: '主管部门',
    D4: '某市人力资源和社会保障局',
    H4: '实施单位',
    J4: '某市就业服务中心',
    A5: '项目资金\n（万元）',
    ...rows(5, 'DFGHJKL', [
      ['', '年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分'],
      ['年度资金总额', 500, 520, 506.79, 10, '97.46%', 9.75],
      ['其中：当年财政拨款', 480, 500, 486.79, '—', '97.36%', '—'],
      ['上年结转资金', 20, 20, 20, '—', '100.00%', '—'],
      ['其他资金', 0, 0, 0, '—', '—', '—'],
    ]),
    A10: '年度总体目标',
    B10: '预期目标',
    H10: '实际完成情况',
    B11: '开展补贴性培训3600人次，其中新型学徒600人。',
    H11: '培训3742人次，其中新型学徒568人。',
    A12: '绩\n效\n指\n标',
    ...rows(12, 'BCDGHIJK', [
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
      ...indicators,
    ]),
    A24: '总分',
    I24: 100,
    J24: 96.82,
    A25: '评价等级',
    D25: '☑优  □良  □中  □差',
    A26: '填表人：张三',
  };
  const merges = [
    'A1:M1 A2:M2 A3:C3 D3:M3 A4:C4 D4:G4 H4:I4 J4:M4 A5:C9 A10:A11 B10:G10 H10:M10 B11:G11 H11:M11 A12:A23',
    'B13:B19 C13:C14 C15:C16 C17:C18 B20:B22 C20:C21 A24:H24 A25:C25 D25:M25',
    ...[5, 6, 7, 8, 9].flatMap((row) => [`D${String(row)}:E${String(row)}`, `H${String(row)}:I${String(row)}`]),
    ...Array.from(
      { length: 12 },
      (_, at) => `D${String(12 + at)}:F${String(12 + at)} K${String(12 + at)}:M${String(12 + at)}`,
    ),
  ].flatMap((line) => line.split(' '));
  return workbook('自评表', cells, merges, edits);
}

/** A county's form: score and grade above, funds as labels and figures, 预算执行率 as a row, parts and merged cells. */
export function countyForm(edits: Cells = {}): Promise<Uint8Array> {
  const cells: Cells = {
    A1: '2023年度县级项目绩效自评表',
    A2: '项目名称',
    C2: '老旧小区改造',
    F2: '金额单位：万元',
    A3: '自评得分',
    C3: 95.5,
    D3: '自评等级',
    F3: '优秀',
    A4: '全年预算数',
    B4: 860,
    C4: '全年执行数',
    D4: 774,
    E4: '执行率',
    F4: '90%',
    ...rows(5, 'ABCDEFGHI', [
      ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '自评得分', '未达标原因', '改进措施'],
      ['预算执行', '预算执行', '预算执行率', '100%', '90%', 10, 9, '质保金未到期', '按合同支付'],
      ['成本指标', '经济成本指标', '每平方米改造成本', '≤260元', '251.3元', 20, 20, '', ''],
      ['产出指标', '数量指标', '改造小区数量', '=12个', '12个', 10, 10, '', ''],
      ['', '', '改造住宅面积', '≥18万平方米', '181000平方米', 10, 10, '', ''],
      ['', '', '其中：外墙保温面积', '≥9万平方米', '9.2万平方米', 4, 4, '', ''],
      ['', '质量指标', '验收合格率', '100%', '100%', 12, 12, '', ''],
      ['', '时效指标', '完工时间', '2023年11月底前', '2023年10月26日', 8, 8, '', ''],
      [
        '效益指标',
        '社会效益指标',
        '受益户数',
        '≥1600户',
        '1600户',
        10,
        17,
        '下水管道返水的整改仍在进行',
        '列入明年计划',
      ],
      ['', '', '管网返水问题整改率', '100%', '70%', 10, '', '', ''],
      ['满意度指标', '服务对象满意度指标', '居民满意度', '≥85%', '88%', 10, 10, '', ''],
      ['合计', '', '', '', '', 100, 96, '', ''],
    ]),
  };
  const merges = ['A1:I1', 'A8:A12', 'B8:B10', 'A13:A14', 'B13:B14', 'G13:G14', 'H13:H14', 'I13:I14'];
  return workbook('自评', { ...cells, C3: 96 }, merges, edits);
}
