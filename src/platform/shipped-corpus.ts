/** The corpora that ship with the program, by names that stay the same wherever it is installed. */
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { packageRoot } from './root.js';

const PREFIX = 'jixiao:';

/** Paths of the labelled findings, and of the cue phrases that go with them; empty where they were not installed. */
export function shippedCorpus(): { readonly files: readonly string[]; readonly cues: readonly string[] } {
  return { files: listed('findings', '.jsonl'), cues: listed('cues', '.tsv') };
}

function listed(folder: string, extension: string): string[] {
  const path = join(packageRoot, 'corpora', folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(extension));
  return names.toSorted().map((name) => join(path, name));
}

/** `jixiao:findings/east.jsonl` for a file of ours; undefined for any other. */
export function shippedName(path: string): string | undefined {
  const corpora = join(packageRoot, 'corpora') + sep;
  return path.startsWith(corpora) ? PREFIX + path.slice(corpora.length).replaceAll('\\', '/') : undefined;
}

export function shippedPath(name: string): string | undefined {
  return name.startsWith(PREFIX) ? join(packageRoot, 'corpora', name.slice(PREFIX.length)) : undefined;
}
