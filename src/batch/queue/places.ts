/** Where a worker finds documents, and the files that a task names. */
import { resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import { isFolder } from '../../platform/files.js';
import { isUrl, type Root } from '../sources/create-source.js';
import { requirePrefix } from '../sources/url-store.js';

export interface Places {
  readonly root: Root;
  /** A folder. */
  readonly settings: string;
}

/**
 * Files of the task are with the documents unless they are told to be elsewhere; with documents behind a URL, in the
 * working folder.
 * @throws UsageError `root-missing`, `root-url`, `settings-missing`: now, not at every job
 */
export function checkPlaces(place: string, settings: string | undefined): Places {
  const isRemote = isUrl(place);
  if (isRemote) requirePrefix(place);
  else if (!isFolder(resolve(place))) throw new UsageError('root-missing', { file: place });
  const folder = resolve(settings ?? (isRemote ? '.' : place));
  if (!isFolder(folder)) throw new UsageError('settings-missing', { file: folder });
  return { root: { place: isRemote ? place : resolve(place), confined: true }, settings: folder };
}
