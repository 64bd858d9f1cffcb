#!/usr/bin/env node
/**
 * The command `jixiao`.
 * Exit codes: 0 nothing at error level · 1 findings at error level, or more warnings than allowed · 2 wrong usage,
 * unreadable input or an internal fault.
 */
import { run } from './run.js';

// A reader that goes away (`jixiao … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.stderr.write(`${error.code ?? error.message}\n`);
  process.exit(2);
});

// Messages that nobody reads any more (`2>&1 | head -1`) do not end the work: its results go elsewhere.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exitCode = 2;
});

process.exitCode = await run(process.argv.slice(2));
