/** `/metrics` and `/healthz` of a worker. */
import { createServer, type Server } from 'node:http';
import { UsageError } from '../../errors.js';

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Answers {
  metrics(): Promise<string>;
  /** Whether the worker can do its work. */
  isHealthy(): boolean;
}

/**
 * `9464` on this machine only; `0.0.0.0:9464` or `[::]:9464` where others may ask.
 * @throws UsageError `metrics-address`
 */
export function readAddress(text: string): Address {
  const found = /^(?:(\[[0-9a-f:.]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(text);
  const port = Number(found?.[2]);
  if (!found || port > 65_535) throw new UsageError('metrics-address', { data: { value: text } });
  return { host: (found[1] ?? '127.0.0.1').replace(/^\[|\]$/g, ''), port };
}

/** @throws UsageError `metrics-taken` where the port cannot be had */
export async function serveMetrics({ host, port }: Address, answers: Answers): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const answer = (status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    };
    if (request.method !== 'GET') answer(405, 'GET only\n');
    else if (path === '/metrics')
      answers.metrics().then(
        (text) => answer(200, text, 'text/plain; version=0.0.4; charset=utf-8'),
        () => answer(503, 'not now\n'),
      );
    else if (path === '/healthz' && answers.isHealthy()) answer(200, 'ok\n');
    else if (path === '/healthz') answer(503, 'no queue\n');
    else answer(404, 'see /metrics and /healthz\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new UsageError('metrics-taken', { data: { value: `${host}:${port}`, reason: cause.code ?? '' }, cause })),
    );
    server.listen(port, host, resolve);
  });
  // Whoever keeps a connection open does not keep the worker from ending.
  server.unref();
  return server;
}
