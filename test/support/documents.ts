import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDrafts } from '../../src/documents/drafts.js';
import type { SourcedDraft } from '../../src/documents/sourced-draft.js';
import { readDocument } from '../../src/documents/read-document.js';
import { bundle, understanding } from './rules.js';

export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The drafts of some bytes, as the command line would read them. */
export async function draftsOf(bytes: Uint8Array, source: string): Promise<SourcedDraft[]> {
  const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
  return readDrafts(await readDocument(bytes, source), tables, understanding().framework);
}

export function fixtureDrafts(name: string): Promise<SourcedDraft[]> {
  return draftsOf(readFileSync(fixturePath(name)), name);
}
