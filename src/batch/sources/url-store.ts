/**
 * Files behind a prefix of a URL: a web server, or a bucket of an S3-compatible store. Requests are signed where the
 * environment holds keys as the tools of S3 name them (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN,
 * AWS_REGION); neither keys nor the query of the prefix appear in messages.
 */
import { InputError, UsageError } from '../../errors.js';
import { type FileStore, MOST_BYTES } from './document-source.js';

export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly region?: string;
}

/** @throws UsageError `root-url`, without the prefix: its query may be a secret */
export function requirePrefix(prefix: string): URL {
  const url = URL.canParse(prefix) ? new URL(prefix) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError('root-url');
  return url;
}

type Get = (url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response>;

/** A server that says nothing for so long has forgotten us; the bound of a job counts besides. */
const PATIENCE_MS = 120_000;
const PROBE_MS = 10_000;

export class UrlStore implements FileStore {
  readonly #prefix: URL;
  readonly #get: Promise<Get>;

  /** @throws UsageError `root-url` */
  constructor(prefix: string, keys?: S3Keys) {
    this.#prefix = requirePrefix(prefix);
    this.#get = getter(keys);
  }

  async whole(path: string): Promise<Uint8Array> {
    const bytes = await taken(await this.#response(path, {}), 0, MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) throw new InputError('file-too-large', { file: path });
    return bytes;
  }

  async range(path: string, start: number, end: number): Promise<Uint8Array> {
    const response = await this.#response(path, { range: `bytes=${start}-${end - 1}` });
    // A server without ranges sends it all.
    return taken(response, response.status === 206 ? 0 : start, end - start);
  }

  async trouble(path: string): Promise<string | undefined> {
    const trouble = troubleOf(await this.#probe(path));
    // A server may be at odds with one file: then it answers for the prefix, be it with a refusal.
    return path === '' || trouble === undefined ? trouble : troubleOf(await this.#probe(''));
  }

  async has(path: string): Promise<boolean> {
    const answer = await this.#probe(path);
    return typeof answer === 'number' && answer < 400;
  }

  /** The state of the answer, or why there is none. One byte is asked for: not every server knows HEAD. */
  async #probe(path: string): Promise<number | string> {
    const get = await this.#get;
    try {
      const init = { headers: { range: 'bytes=0-0' }, signal: AbortSignal.timeout(PROBE_MS) };
      const response = await get(this.#url(path), init);
      await response.body?.cancel();
      // An empty file has no first byte.
      return response.status === 416 ? 200 : response.status;
    } catch (error) {
      return reasonOf(error);
    }
  }

  async #response(path: string, headers: Record<string, string>): Promise<Response> {
    const get = await this.#get;
    const response = await get(this.#url(path), { headers, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
      (error: unknown) => {
        throw new InputError('unreadable', { file: path, data: { reason: reasonOf(error) } });
      },
    );
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404) throw new InputError('file-not-found', { file: path });
    throw new InputError('unreadable', { file: path, data: { reason: `HTTP ${response.status}` } });
  }

  #url(path: string): string {
    const segments = path.split('/');
    if (path.startsWith('/') || segments.includes('..')) throw new InputError('outside-root', { file: path });
    const url = new URL(this.#prefix);
    const base = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
    url.pathname = base + segments.map(encoded).join('/');
    return url.href;
  }
}

function troubleOf(answer: number | string): string | undefined {
  if (typeof answer === 'string') return answer;
  return answer >= 500 || answer === 429 ? `HTTP ${answer}` : undefined;
}

/** As signatures of S3 want it: everything but unreserved characters. */
function encoded(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

async function getter(keys: S3Keys | undefined): Promise<Get> {
  if (!keys) return (url, init) => fetch(url, init);
  const { AwsClient } = await import('aws4fetch');
  // Whoever asked for the job tries again, later and elsewhere.
  const client = new AwsClient({ ...keys, service: 's3', retries: 0 });
  return (url, init) => client.fetch(url, init);
}

/** What kept a request from an answer hides behind “fetch failed”; the URL must not show. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? name;
}

/** So many bytes of the body, behind those that are passed over. */
async function taken(response: Response, skip: number, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let [left, size] = [skip, 0];
  for await (const chunk of response.body ?? []) {
    const bytes = (chunk as Uint8Array).subarray(left);
    left = Math.max(0, left - (chunk as Uint8Array).length);
    parts.push(bytes);
    size += bytes.length;
    if (size >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}

/** Keys of the environment; undefined where there are none. */
export function keysOf(env: NodeJS.ProcessEnv): S3Keys | undefined {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_DEFAULT_REGION } = env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  const region = AWS_REGION ?? AWS_DEFAULT_REGION;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    ...(region && { region }),
  };
}
