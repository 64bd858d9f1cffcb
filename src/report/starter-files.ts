/** What `jixiao init` writes: a configuration file that explains itself, and a form to fill in. */
import type { SheetCell, SheetSpec } from '../schema/index.js';

type Language = 'zh' | 'en';

const CONFIG: Readonly<Record<Language, string>> = {
  zh: `# jixiao 配置文件：放在工作文件夹（或其上级），运行时自动读取。去掉行首的 # 即生效。

# 规则集：recommended（默认）或 strict（不作宽限）
preset: recommended

# 口径：national-2021（默认）、national-2015、guangzhou，或自己的口径文件
# profile: ./本市口径.yaml

# 消息语言：zh 或 en
lang: zh

# 警告超过此数时以 1 退出
# maxWarnings: 20

# 逐条调整：off 关闭 | info 提示 | warn 警告 | error 错误；规则见 jixiao rules
# rules:
#   name/too-long: warn
#   coverage/no-cost: off

# 按文件调整
# overrides:
#   - files: ['补助/**/*.xlsx']
#     rules:
#       coverage/no-quality: off

# 豁免：写明理由和经手人；until 到期后恢复检查
# waivers:
#   - rule: name/too-long
#     file: '2025/城管局.xlsx'
#     indicator: 全区义务教育阶段学生视力筛查覆盖率
#     reason: 名称来自上级文件
#     by: 张三
#     until: 2025-12-31

# 存在问题与工作建议：自己训练的模型（jixiao train）
# findings:
#   model: ./models/本市

# 自己的词典，每行一个词
# words:
#   lexicon: ./本市词典.txt
`,
  en: `# Configuration of jixiao: found in the working folder or above it. Take a # away and the line has effect.

# recommended (default) or strict, which makes no allowances
preset: recommended

# national-2021 (default), national-2015, guangzhou, or a file of your own
# profile: ./city.yaml

# Language of messages: zh or en
lang: en

# Exit with 1 above so many warnings
# maxWarnings: 20

# off | info | warn | error; see jixiao rules
# rules:
#   name/too-long: warn
#   coverage/no-cost: off

# By file
# overrides:
#   - files: ['grants/**/*.xlsx']
#     rules:
#       coverage/no-quality: off

# With a reason and a name; after \`until\` the rule counts again
# waivers:
#   - rule: name/too-long
#     file: '2025/office.xlsx'
#     indicator: 全区义务教育阶段学生视力筛查覆盖率
#     reason: named by a higher office
#     by: Zhang San
#     until: 2025-12-31

# A model of findings of your own (jixiao train)
# findings:
#   model: ./models/city

# Own terms, one a line
# words:
#   lexicon: ./terms.txt
`,
};

export function starterConfig(language: Language): string {
  return CONFIG[language];
}

/** Headings are what the reader of tables knows, so both languages fill in the same form. */
const COLUMNS: readonly (readonly [string, number])[] = [
  ['一级指标', 14],
  ['二级指标', 18],
  ['三级指标', 34],
  ['计算符号', 10],
  ['指标值', 14],
  ['计量单位', 10],
  ['权重', 8],
  ['指标解释', 40],
  ['数据来源', 24],
];
const BOXES: readonly (readonly [string, string, number])[] = [
  ['成本指标', '经济成本指标', 1],
  ['产出指标', '数量指标', 2],
  ['产出指标', '质量指标', 2],
  ['产出指标', '时效指标', 1],
  ['效益指标', '经济效益指标', 1],
  ['效益指标', '社会效益指标', 1],
  ['效益指标', '生态效益指标', 1],
  ['满意度指标', '服务对象满意度指标', 1],
];
const LABELS = ['项目名称', '实施单位', '年度', '年度预算金额（万元）', '年度绩效目标'];
const HELP: readonly (readonly [string, string])[] = [
  ['三级指标', '对象＋度量词，如“道路养护里程”“设备验收合格率”；不写口号，不写数值'],
  ['计算符号', '≥、≤、=、>、< 之一；不能量化的写“定性”'],
  ['指标值', '只写数值，单位写在“计量单位”一列；时限写日期，如 2025年12月31日'],
  ['权重', '合计 100（预算执行率另占 10 分的，合计 90）'],
  ['指标解释', '计算公式、统计口径'],
  ['数据来源', '年底凭什么材料核实'],
  ['', '不用的行删去或留空；同一类可以增加行'],
  ['', '填好后检查：jixiao lint 本文件'],
];

export function starterForm(): SheetSpec[] {
  const blanks = (count: number): SheetCell[] => Array.from({ length: count }, () => '');
  const rows: SheetCell[][] = [
    ...LABELS.map((label): SheetCell[] => [label, ...blanks(COLUMNS.length - 1)]),
    COLUMNS.map(([header]): SheetCell => ({ text: header, tone: 'info' })),
    ...BOXES.flatMap(([level1, level2, count]) =>
      Array.from({ length: count }, (): SheetCell[] => [level1, level2, ...blanks(COLUMNS.length - 2)]),
    ),
  ];
  return [
    {
      name: '绩效目标申报表',
      columns: COLUMNS.map(([, width], index) => ({ header: index === 0 ? '项目支出绩效目标申报表' : '', width })),
      rows,
    },
    {
      name: '填写说明',
      columns: [
        { header: '栏目', width: 16 },
        { header: '怎样填写', width: 80 },
      ],
      rows: HELP.map((line) => [...line]),
    },
  ];
}
