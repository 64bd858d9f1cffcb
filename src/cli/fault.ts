/** Faults on standard error: one clear line; the stack only on request. */
import { JixiaoError } from '../errors.js';
import { describeError } from '../report/error-text.js';

export function printFault(error: unknown, language: 'zh' | 'en', verbose = false): void {
  const prefix = language === 'zh' ? '错误：' : 'Error: ';
  const text = error instanceof JixiaoError ? describeError(error, language) : internalFault(error, language);
  process.stderr.write(`${prefix}${text}\n`);
  if (verbose) process.stderr.write(`${stackOf(error)}\n`);
}

/** The same as an event of a log for programs. */
export function logFault(error: unknown, language: 'zh' | 'en'): void {
  const isOurs = error instanceof JixiaoError;
  const message = isOurs ? describeError(error, language) : internalFault(error, language);
  const told = isOurs ? { code: error.code, message, ...error.place } : { code: 'internal-fault', message };
  process.stderr.write(
    `${JSON.stringify({ time: new Date().toISOString(), level: 'error', event: 'error', ...told })}\n`,
  );
}

function internalFault(error: unknown, language: 'zh' | 'en'): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return language === 'zh'
    ? `程序内部出错（${message}）；请加 --verbose 重试并反馈`
    : `internal fault (${message}); try again with --verbose and report it`;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
