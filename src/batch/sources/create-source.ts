/** The source that a worker thread reads from. */
import { hostname } from 'node:os';
import type { JobSource } from '../types.js';
import { DocumentSource, type FileStore } from './document-source.js';
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

/** As it may be shown: a query, a user and a password of a URL may be secrets. */
export function rootLabel(place: string): string {
  if (!isUrl(place) || !URL.canParse(place)) return place;
  const url = new URL(place);
  [url.username, url.password, url.search, url.hash] = ['', '', '', ''];
  return url.href;
}

/** @throws UsageError `root-url` */
export function createStore({ place, confined = false }: Root): FileStore {
  return isUrl(place) ? new UrlStore(place, keysOf(process.env)) : new FolderStore(place, { confined });
}

/**
 * A confined root is one among several machines': what differs there from the plan may be another copy.
 * @throws UsageError `root-url`
 */
export function createSource(root: Root): JobSource {
  const where = root.confined ? { host: hostname(), root: rootLabel(root.place) } : undefined;
  return new DocumentSource(createStore(root), where);
}
