/** A connection to Redis that says in one line why there is none, and comes back by itself once there was one. */
import { Redis } from 'ioredis';
import { UsageError } from '../../errors.js';

export interface ConnectionWatch {
  lost?(): void;
  back?(): void;
}

export interface Connection {
  readonly redis: Redis;
  /** Host and port; user and password never show. */
  readonly label: string;
  /** Told of losses from now on. */
  watch(watch: ConnectionWatch): void;
  close(): void;
}

const CONNECT_MS = 10_000;
const LONGEST_PAUSE_MS = 5_000;
/** 6.2, as hundreds and ones. */
const LEAST_VERSION = 602;

/**
 * @param password for a URL that has none, so that it need not stand on a command line
 * @throws UsageError `queue-url`, `queue-unreachable`, `queue-login`, `queue-old`, `queue-evicts`
 */
export async function connect(url: string, password?: string): Promise<Connection> {
  const target = targetOf(url);
  const label = target.host;
  // Connections that are made after this one's pattern follow it: none is tried again once this one is closed.
  let isTriedAgain = false;
  let cause: Error | undefined;
  let watch: ConnectionWatch = {};
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    // Commands wait for the connection to come back, however long that takes.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isTriedAgain ? Math.min(100 * 2 ** Math.min(times, 10), LONGEST_PAUSE_MS) : null),
    ...(target.password === '' && password !== undefined && { password }),
  });
  redis.on('error', (error: Error) => (cause = error));
  try {
    await redis.connect();
    isTriedAgain = true;
    await checkServer(redis, label);
  } catch (error) {
    redis.disconnect();
    if (error instanceof UsageError) throw error;
    throw refusal(cause ?? (error as Error), label);
  }
  let isLost = false;
  let isClosed = false;
  redis.on('close', () => {
    if (isLost || isClosed) return;
    isLost = true;
    watch.lost?.();
  });
  redis.on('ready', () => {
    if (isLost) watch.back?.();
    isLost = false;
  });
  return {
    redis,
    label,
    watch: (one) => (watch = one),
    close: () => {
      isClosed = true;
      isTriedAgain = false;
      redis.disconnect();
    },
  };
}

function targetOf(url: string): URL {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (!target || !/^rediss?:$/.test(target.protocol) || target.host === '') throw new UsageError('queue-url');
  return target;
}

function refusal(cause: Error, host: string): UsageError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const isLogin = /^(?:NOAUTH|WRONGPASS|NOPERM|ERR AUTH|ERR Client sent AUTH)/.test(message);
  if (isLogin) return new UsageError('queue-login', { data: { host }, cause });
  return new UsageError('queue-unreachable', { data: { host, reason: code ?? message }, cause });
}

/** Streams and scripts want a Redis of our days; one that drops keys when it is full would drop jobs. */
async function checkServer(redis: Redis, host: string): Promise<void> {
  const info = await redis.info();
  const [, version = '', major, minor] = /^redis_version:((\d+)\.(\d+)\S*)/m.exec(info) ?? [];
  if (version !== '' && Number(major) * 100 + Number(minor) < LEAST_VERSION)
    throw new UsageError('queue-old', { data: { host, version } });
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy !== undefined && policy !== 'noeviction') throw new UsageError('queue-evicts', { data: { host, policy } });
}
