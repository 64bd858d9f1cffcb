/** Folders of small documents to run batches over. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export interface Wanted {
  readonly unit?: string;
  readonly year?: number;
  readonly project: string;
  readonly indicators: readonly (readonly [name: string, value: string])[];
}

export function draftOf({ unit, year, project, indicators }: Wanted): object {
  return {
    project: {
      name: project,
      ...(unit && { unit }),
      ...(year && { year }),
      goal: '养护绿地120万平方米，合格率95%以上',
    },
    indicators: indicators.map(([name, value]) => ({ level1: '产出指标', level2: '数量指标', name, value })),
  };
}

/** A table of indicators, faulty in this way or that by its number. */
export function csvOf(number: number): string {
  const rows = [
    `产出指标,数量指标,养护绿地面积,≥${100 + number}万平方米`,
    `产出指标,质量指标,养护合格率,${number % 3 === 0 ? '≥110%' : '≥95%'}`,
    `产出指标,时效指标,完成时间,${number % 2 === 0 ? '若干' : '2024年12月前'}`,
    `效益指标,社会效益指标,第${number}公园开放天数,≥365天`,
  ];
  return [`项目名称,第${number}号项目`, '一级指标,二级指标,三级指标,指标值', ...rows, ''].join('\n');
}

export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Every file below, by its way from the folder. */
export function contents(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return new Map(files.sort().map((path) => [relative(folder, path), readFileSync(path)]));
}

/** All that must not differ between two runs over the same files. */
export function lasting(folder: string): Map<string, string> {
  const files = [...contents(folder)].filter(([name]) => name !== 'run.json');
  return new Map(files.map(([name, bytes]) => [name, bytes.toString('base64')]));
}

export function lines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
