/** `jixiao init`: files to begin with. Nothing that exists is written over. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { InputError, UsageError } from '../errors.js';
import { readInput, writeOutput } from '../platform/files.js';
import { initText } from '../report/run-notes.js';
import { type CommonOptions, notice } from './options.js';

type InitOptions = Omit<CommonOptions, 'format'> & { readonly from?: string };

const CONFIG_NAME = 'jixiao.config.yaml';
const FORM_NAME = '绩效目标申报表.xlsx';

/** @throws UsageError `init-exists`, `mapping-extension`; InputError `init-no-table` and what reading throws */
export async function initCommand(folder: string | undefined, options: InitOptions): Promise<void> {
  const language = options.lang ?? 'zh';
  const files =
    options.from === undefined ? await starters(folder ?? '.', language) : [await mapping(options.from, options)];
  const existing = files.find(([path]) => path !== '-' && existsSync(path));
  if (existing) throw new UsageError('init-exists', { file: existing[0] });
  if (folder !== undefined && options.from === undefined) mkdirSync(folder, { recursive: true });
  for (const [path, content] of files) writeOutput(path, content);
  for (const [path] of files) if (path !== '-') notice(initText(path, language), { ...options, format: '' });
}

type NewFile = readonly [path: string, content: string | Uint8Array];

async function starters(folder: string, language: 'zh' | 'en'): Promise<NewFile[]> {
  const [{ starterConfig, starterForm }, { buildWorkbook }] = await Promise.all([
    import('../report/starter-files.js'),
    import('../documents/xlsx/build.js'),
  ]);
  return [
    [join(folder, CONFIG_NAME), starterConfig(language)],
    [join(folder, FORM_NAME), buildWorkbook(starterForm())],
  ];
}

/** To `-o`, or to standard output. */
async function mapping(from: string, { output, lang = 'zh' }: InitOptions): Promise<NewFile> {
  if (output !== undefined && !/^\.ya?ml$/i.test(extname(output)))
    throw new UsageError('mapping-extension', { file: output });
  const [{ readDocument }, { proposeMapping }, { tableNames }, { findingTableNames }, shipped, { mappingYaml }] =
    await Promise.all([
      import('../platform/read-document.js'),
      import('../documents/mapping/propose-mapping.js'),
      import('../documents/mapping/table-names.js'),
      import('../findings/table-names.js'),
      import('../platform/shipped.js'),
      import('../report/mapping-yaml.js'),
    ]);
  const [document, tables, findings, book] = await Promise.all([
    readDocument(readInput(from), from),
    shipped.loadTableData(),
    shipped.loadReadingData(),
    shipped.loadRuleBook(),
  ]);
  const [ofTables, ofFindings] = [tableNames(tables), findingTableNames(findings)];
  const columnOf = (heading: string) => ofTables.columnOf(heading) ?? ofFindings.columnOf(heading);
  const proposed = proposeMapping(document, { ...ofTables, columnOf }, book.understanding);
  if (proposed.length === 0) throw new InputError('init-no-table', { file: from });
  return [output ?? '-', mappingYaml(proposed, basename(from), lang)];
}
