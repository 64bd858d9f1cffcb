/** The source that a worker thread reads from. */
import type { JobSource } from '../types.js';
import { DocumentSource } from './document-source.js';
import { FolderStore } from './folder-store.js';
import { keysOf, UrlStore } from './url-store.js';

/** As plain data: it goes to a thread. */
export interface Root {
  /** A folder, or the prefix of a URL. */
  readonly place: string;
  readonly confined?: boolean;
}

export function isUrl(place: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(place);
}

/** @throws UsageError `root-url` */
export function createSource({ place, confined = false }: Root): JobSource {
  return new DocumentSource(
    isUrl(place) ? new UrlStore(place, keysOf(process.env)) : new FolderStore(place, { confined }),
  );
}
