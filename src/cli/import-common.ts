/** `jixiao rules --import-common <workbook> -o <profile.yaml>`. */
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { readNameColumns } from '../documents/name-column.js';
import { readDocument } from '../platform/read-document.js';
import { UsageError } from '../errors.js';
import { chooseProfile } from '../lint/settings.js';
import { readInput, writeOutput } from '../platform/files.js';
import { importedProfile } from '../platform/import-common.js';
import { localDay } from '../platform/local-day.js';
import { loadRuleBook, loadTableData } from '../platform/shipped.js';
import { importedText } from '../report/run-notes.js';
import { type CommonOptions, notice } from './options.js';

interface ImportOptions extends CommonOptions {
  /** An existing profile may be written over. */
  readonly force?: boolean;
}

/** @throws UsageError `import-output-needed`, `profile-extension`, `profile-exists`; InputError as `readNameColumns` */
export async function importCommon(from: string, options: ImportOptions): Promise<void> {
  const { output: to, lang = 'zh', force = false } = options;
  if (to === undefined) throw new UsageError('import-output-needed');
  if (!/^\.ya?ml$/i.test(extname(to))) throw new UsageError('profile-extension', { file: to });
  const [book, data, document] = await Promise.all([
    loadRuleBook(),
    loadTableData(),
    readDocument(readInput(from), from),
  ]);
  const columns = readNameColumns(document, data);
  const base = chooseProfile(book).name;
  const taken = new Set(book.profiles.keys());
  const { yaml, count } = importedProfile({ columns, from, to, base, taken, today: localDay() });
  if (!force && existsSync(to)) throw new UsageError('profile-exists', { file: to });
  writeOutput(to, yaml, [from]);
  notice(importedText(count, to, lang), options);
}
