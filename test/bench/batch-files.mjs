/** Documents of all sorts for `batch.mjs`: hand-written content in many combinations, by number and always the same. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { buildWorkbook } from '../../dist/documents/xlsx/build.js';

const UNITS =
  '市园林绿化中心 区教育局 县交通运输局 市卫生健康委 区农业农村局 县水利局 市文化馆 区民政局 县档案馆 市气象台'.split(
    ' ',
  );
const PROJECTS =
  '公园养护 校舍维修 农村公路养护 基层医疗设备购置 高标准农田建设 河道清淤 公共文化服务 养老服务补助 档案数字化 气象监测运维'.split(
    ' ',
  );
const OUTPUTS = [
  ['数量指标', '养护绿地面积', '≥120', '万平方米'],
  ['数量指标', '维修教室数量', '48', '间'],
  ['数量指标', '农村公路安防护栏更换长度', '≥36', '公里'],
  ['数量指标', '购置设备数量', '若干', '台'],
  ['数量指标', '开展健康讲座场次', '≥24', '场'],
  ['数量指标', '数字化档案卷数', '＞5000', '卷'],
  ['质量指标', '工程验收合格率', '≥110%', ''],
  ['质量指标', '设备完好率', '95', '%'],
  ['质量指标', '档案扫描差错率', '≤0.3%', ''],
  ['质量指标', '工作质量良好', '良好', ''],
  ['时效指标', '完成时间', '2024年12月底前', ''],
  ['时效指标', '补助资金发放及时率', '100%', ''],
  ['成本指标', '养护单价', '≤3.2', '元/平方米'],
  ['成本指标', '预算控制数', '≤240', '万元'],
];
const BENEFITS = [
  ['社会效益指标', '提升群众幸福感', '有效提升', ''],
  ['社会效益指标', '公园全年开放天数', '≥365', '天'],
  ['社会效益指标', '新增受益学生人数', '≥800', '人'],
  ['生态效益指标', '河道水质达标率', '≥90%', ''],
  ['经济效益指标', '亩均增产', '≥50', '公斤'],
  ['可持续影响指标', '设施使用年限', '≥10', '年'],
];
const SATISFACTION = [
  ['服务对象满意度指标', '游客满意度', '≥90%', ''],
  ['服务对象满意度指标', '家长满意度', '较高', ''],
];

/** Numbers that look like chance and are the same every time. */
function chance(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5) >>> 0;
    return state % most;
  };
}

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值', '计量单位'];

/** Title, unit and rows of a form. */
export function form(number) {
  const pick = chance(number);
  const some = (list, count) => Array.from({ length: count }, () => list[pick(list.length)]);
  const rows = [
    ...some(OUTPUTS, 4 + pick(5)).map((row) => ['产出指标', ...row]),
    ...some(BENEFITS, 1 + pick(3)).map((row) => ['效益指标', ...row]),
    ...some(SATISFACTION, pick(2)).map((row) => ['满意度指标', ...row]),
  ];
  const own = PROJECTS[pick(PROJECTS.length)];
  return { project: `${2023 + (number % 2)}年${own}（${number}）`, unit: UNITS[pick(UNITS.length)], rows };
}

function csv({ project, unit, rows }) {
  const lines = [['项目名称', project], ['项目单位', unit], HEADER, ...rows];
  return strToU8(`${lines.map((cells) => cells.join(',')).join('\n')}\n`);
}

function xlsx({ project, unit, rows }) {
  const wide = (cells) => [...cells, ...Array(HEADER.length - cells.length).fill('')];
  const table = [wide(['项目名称', project]), wide(['项目单位', unit]), HEADER, ...rows];
  return buildWorkbook([
    { name: '绩效目标表', columns: wide(['绩效目标申报表']).map((header) => ({ header, width: 18 })), rows: table },
  ]);
}

function docx({ project, unit, rows }) {
  const text = (cell) => `<w:tc><w:tcPr/><w:p><w:r><w:t>${cell.replace(/[<&]/g, ' ')}</w:t></w:r></w:p></w:tc>`;
  const row = (cells) => `<w:tr>${cells.map(text).join('')}</w:tr>`;
  const grid = '<w:gridCol w:w="1800"/>'.repeat(HEADER.length);
  const table = [HEADER, ...rows].map(row).join('');
  const lines = [`项目名称：${project}`, `项目单位：${unit}`]
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines}<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${table}</w:tbl></w:body></w:document>`,
    ),
  });
}

/** A page with a ruled table; its font is one that Chinese readers have, and is not embedded. */
function pdf({ project, unit, rows }) {
  const [left, top, step] = [40, 720, 22];
  const widths = [80, 110, 190, 90, 60];
  const edges = widths.reduce((all, width) => [...all, all.at(-1) + width], [left]);
  const hex = (text) =>
    [...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const say = (x, y, text) => `BT /F1 9 Tf ${x} ${y} Td <${hex(text)}> Tj ET`;
  const table = [HEADER, ...rows];
  const bottom = top - table.length * step;
  const drawn = [
    say(left, top + 40, `项目名称：${project}`),
    say(left, top + 20, `项目单位：${unit}`),
    ...table.flatMap((cells, row) => cells.map((cell, column) => say(edges[column] + 4, top - row * step - 15, cell))),
    ...edges.map((x) => `${x} ${top} m ${x} ${bottom} l S`),
    ...Array.from(
      { length: table.length + 1 },
      (_, row) => `${left} ${top - row * step} m ${edges.at(-1)} ${top - row * step} l S`,
    ),
  ].join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return strToU8(`${file}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`);
}

export const WRITERS = { xlsx, docx, pdf, csv };

/** What happens to files on their way: cut, emptied, overwritten, misnamed. */
const DAMAGES = [
  (bytes) => bytes.slice(0, Math.floor(bytes.length / 2)),
  () => new Uint8Array(),
  (bytes) => bytes.map((byte, index) => (index < 64 ? 0 : byte)),
  (bytes) => Uint8Array.from(bytes, (byte, index) => (index % 7 === 3 ? byte ^ 0x5a : byte)),
  // Each in words of its own: a copy of a damaged file is told as a copy.
  (_, turn) => strToU8(`这不是一张表，只是第${turn}句话。`),
];

/** So many files, the damaged ones spread among them; returns the names of those. */
export function writeFiles(folder, count, damagedCount) {
  const kinds = Object.keys(WRITERS);
  const every = Math.floor(count / Math.max(1, damagedCount));
  const damaged = [];
  for (let number = 0; number < count; number += 1) {
    const kind = kinds[number % kinds.length];
    const below = join(folder, UNITS[number % UNITS.length]);
    mkdirSync(below, { recursive: true });
    const name = join(below, `${String(number).padStart(5, '0')}.${kind}`);
    let bytes = WRITERS[kind](form(number));
    const turn = Math.floor(number / every);
    // Behind a number that has no factor in common with the kinds, so that all of them are met.
    if (number % every === turn % Math.min(every, 4) && damaged.length < damagedCount) {
      // A table with a few bytes changed is still a table.
      const damage = kind === 'csv' ? DAMAGES[turn % 2 === 0 ? 1 : 4] : DAMAGES[turn % DAMAGES.length];
      bytes = damage(bytes, turn);
      damaged.push(name);
    }
    writeFileSync(name, bytes);
  }
  return damaged;
}

/** Drafts of `size` indicators as JSONL until there are `total`; half of the names come back, as in a batch of one bureau. */
export function* draftLines(total, size) {
  let serial = 0;
  for (let number = 0; serial < total; number += 1) {
    const indicators = [];
    for (let more = number; indicators.length < size; more += 1) {
      for (const [level1, level2, name, value, unit] of form(more % 5000).rows) {
        if (indicators.length === size) break;
        serial += 1;
        const isOwn = Math.imul(serial, 0x9e3779b1) >>> 31 === 1;
        indicators.push({
          id: String(indicators.length + 1),
          level1,
          level2,
          name: isOwn ? `${name}（${branches(serial)}）` : name,
          value,
          unit,
        });
      }
    }
    const [own, year] = [Math.floor(number / 2), 2023 + (number % 2)];
    const project = `${PROJECTS[own % PROJECTS.length]}（${branches(own)}）`;
    const goal = `${project}：完成${PROJECTS[own % PROJECTS.length]}任务${(own % 90) + 10}项，验收合格率达到${90 + (own % 10)}%，群众满意度不低于90%。`;
    yield `${JSON.stringify({ project: { name: project, unit: `第${own % 400}局`, year, goal }, indicators })}\n`;
  }
}

/** A number in the twelve branches: marks that are no numerals. */
function branches(number) {
  return [...number.toString(12)].map((digit) => '子丑寅卯辰巳午未申酉戌亥'[parseInt(digit, 12)]).join('');
}
