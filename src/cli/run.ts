/** Arguments → command → exit code. */
import { CommanderError } from 'commander';
import { z } from 'zod';
import { printFault } from './fault.js';
import { speakChinese } from '../platform/schema-words.js';
import { createProgram } from './program.js';

export async function run(args: readonly string[]): Promise<number> {
  const state = { exitCode: 0 };
  const language = languageOf(args);
  // A run is over before schemas compiled for speed have paid for themselves.
  z.config({ jitless: true });
  // What a schema finds wrong is told in the user's language too.
  if (language === 'zh') speakChinese();
  try {
    await createProgram(state, language).parseAsync([...args], { from: 'user' });
    return state.exitCode;
  } catch (error) {
    return report(error, args);
  }
}

function report(error: unknown, args: readonly string[]): number {
  // The parser has printed its own line; help and version are no faults.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  printFault(error, languageOf(args), args.includes('--verbose'));
  return 2;
}

function languageOf(args: readonly string[]): 'zh' | 'en' {
  return args.some((arg, index) => arg === '--lang=en' || (arg === 'en' && args[index - 1] === '--lang')) ? 'en' : 'zh';
}
