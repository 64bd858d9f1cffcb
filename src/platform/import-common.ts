/** A workbook of common indicators → an own profile that knows them beside those of the default one. */
import { basename, extname } from 'node:path';
import { Document } from 'yaml';
import type { NameColumn } from '../documents/name-column.js';
import { locationText } from '../report/location.js';

export interface ImportedProfile {
  readonly yaml: string;
  readonly name: string;
  readonly count: number;
}

interface ImportSource {
  readonly columns: readonly NameColumn[];
  /** The file that the names come from, and the one that they go to. */
  readonly from: string;
  readonly to: string;
  readonly base: string;
  /** Profiles that ship: an own one may not take their names. */
  readonly taken: ReadonlySet<string>;
  /** YYYY-MM-DD */
  readonly today: string;
}

export function importedProfile({ columns, from, to, base, taken, today }: ImportSource): ImportedProfile {
  const stem = basename(to, extname(to));
  const name = taken.has(stem) ? `${stem}-own` : stem;
  const names = [...new Set(columns.flatMap((column) => column.names))];
  const document = new Document({
    name,
    title: { zh: `${name}（共性指标库）`, en: `${name} (imported common indicators)` },
    extends: base,
    common: { moreNames: names },
  });
  const places = columns.map(({ heading, location }) => `${locationText(location)} ${heading}`).join('、');
  document.commentBefore = [
    ` 由 jixiao rules --import-common 于 ${today} 生成。`,
    ` 来源：${basename(from)}（${places}），共 ${names.length} 个共性指标。`,
    ` 口径的其余内容沿用 ${base}；名称可以直接增删。用法：在 jixiao.config.yaml 中写 profile: ./${basename(to)}`,
  ]
    .map((line) => line.replace(/\p{Cc}+/gu, ' '))
    .join('\n');
  return { yaml: document.toString({ lineWidth: 0 }), name, count: names.length };
}
