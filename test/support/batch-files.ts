/** Folders of small tables, every one a little different, some of them no tables at all. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const EFFECTS = ['明显改善', '≥90%', '较上年提高5%', '逐步提升'];

export function writeDrafts(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const name = join(folder, `${String(index).padStart(5, '0')}.csv`);
    writeFileSync(name, index % 50 === 7 ? Buffer.from([0, 1, 2, 255, 254, index & 255]) : table(index));
  }
}

/** One that takes long enough to be caught in the middle. */
export function writeLongDraft(file: string): void {
  const indicators = Array.from({ length: 3000 }, (_, index) => ({
    level1: '产出指标',
    level2: '数量指标',
    name: `第${index + 1}标段管护林地面积`,
    value: `≥${100 + index}亩`,
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ project: { name: '林地管护' }, indicators }));
}

function table(index: number): string {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '管护林地面积', `≥${120 + index}亩`],
    ['产出指标', '质量指标', '苗木成活率', index % 3 === 0 ? '较高' : '≥95%'],
    ['产出指标', '时效指标', '管护完成时间', index % 2 === 0 ? '按时' : '2024年12月31日前'],
    ['效益指标', '生态效益指标', '林区生态环境', EFFECTS[index % EFFECTS.length] ?? ''],
    ['满意度指标', '服务对象满意度指标', '林农满意度', '≥90%'],
  ];
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}

/** Of two folders of results the files that differ, or that only one of them has; `run.json` tells times. */
export function differing(a: string, b: string): string[] {
  const names = new Set([...readdirSync(a), ...readdirSync(b)]);
  names.delete('run.json');
  return [...names].filter((name) => {
    try {
      return !readFileSync(join(a, name)).equals(readFileSync(join(b, name)));
    } catch {
      return true;
    }
  });
}
