/** Files in a folder that this machine sees. */
import { access, constants, open, opendir, readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { InputError } from '../../errors.js';
import type { FileStore } from './document-source.js';

export interface FolderOptions {
  /** Nothing outside of the folder is read: for jobs that come over a network. */
  readonly confined?: boolean;
}

export class FolderStore implements FileStore {
  readonly #folder: string;
  readonly #confined: boolean;

  /** Paths count from the folder. */
  constructor(folder: string, { confined = false }: FolderOptions = {}) {
    this.#folder = resolve(folder);
    this.#confined = confined;
  }

  async whole(path: string): Promise<Uint8Array> {
    return readFile(this.#file(path));
  }

  async range(path: string, start: number, end: number): Promise<Uint8Array> {
    const handle = await open(this.#file(path), 'r');
    try {
      const bytes = new Uint8Array(end - start);
      let read = 0;
      while (read < bytes.length) {
        const { bytesRead } = await handle.read(bytes, read, bytes.length - read, start + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return bytes.subarray(0, read);
    } finally {
      await handle.close();
    }
  }

  /** A folder with nothing in it is a disk that is not mounted. */
  async trouble(): Promise<string | undefined> {
    try {
      const entries = await opendir(this.#folder);
      try {
        return (await entries.read()) === null ? 'empty' : undefined;
      } finally {
        await entries.close();
      }
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    }
  }

  async has(path: string): Promise<boolean> {
    try {
      await access(this.#file(path), constants.R_OK);
      return true;
    } catch {
      return false;
    }
  }

  #file(path: string): string {
    const file = resolve(this.#folder, path);
    const within = this.#folder.endsWith(sep) ? this.#folder : this.#folder + sep;
    if (this.#confined && !file.startsWith(within)) throw new InputError('outside-root', { file: path });
    return file;
  }
}
