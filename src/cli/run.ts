/** Arguments → command → exit code. */
import { CommanderError } from 'commander';
import { z } from 'zod';
import { JixiaoError } from '../errors.js';
import { describeError } from '../report/error-text.js';
import { createProgram } from './program.js';

export async function run(args: readonly string[]): Promise<number> {
  const state = { exitCode: 0 };
  // What a schema finds wrong is told in the user's language too.
  if (languageOf(args) === 'zh') z.config(z.locales.zhCN());
  try {
    await createProgram(state).parseAsync([...args], { from: 'user' });
    return state.exitCode;
  } catch (error) {
    return report(error, args);
  }
}

function report(error: unknown, args: readonly string[]): number {
  // Commander has printed its own line; help and version are no faults.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const language = languageOf(args);
  const isKnown = error instanceof JixiaoError;
  const prefix = language === 'zh' ? '错误：' : 'Error: ';
  const text = isKnown ? describeError(error, language) : internalFault(error, language);
  process.stderr.write(`${prefix}${text}\n`);
  if (args.includes('--verbose')) process.stderr.write(`${stackOf(error)}\n`);
  return 2;
}

function languageOf(args: readonly string[]): 'zh' | 'en' {
  return args.some((arg, index) => arg === '--lang=en' || (arg === 'en' && args[index - 1] === '--lang')) ? 'en' : 'zh';
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
