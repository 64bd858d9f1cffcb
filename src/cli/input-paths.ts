import { expandArchives } from '../platform/archives.js';
import { noticeText } from '../report/notice-text.js';
import { type CommonOptions, notice, requireFiles } from './options.js';

/**
 * What a command is to read: the files named, and in place of an archive its entries.
 * @throws UsageError `no-input`
 */
export async function inputPaths(files: readonly string[], options: CommonOptions): Promise<readonly string[]> {
  const { paths, skipped } = await expandArchives(requireFiles(files));
  const language = options.lang ?? 'zh';
  for (const entry of skipped)
    notice(`${entry}${language === 'zh' ? '：' : ': '}${noticeText('entry-skipped', '', language)}`, options);
  return paths;
}
