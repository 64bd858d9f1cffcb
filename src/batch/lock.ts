/** Who works in a folder of results. A number of a process alone says little: systems give it to others later. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What stands in the file of a lock: number, machine, and where the system tells them the start of the process and of the system. */
export function lockText(): string {
  return [process.pid, hostname(), startOf(process.pid) ?? '-', bootOf() ?? '-'].join(' ');
}

/**
 * `here` where the process runs on this machine for sure; `elsewhere` where it is one of another machine, of which nothing is
 * known: it may be at work. Undefined where it is gone.
 */
export function holderOf(text: string): 'here' | 'elsewhere' | undefined {
  const [pid, host, start = '-', boot = '-'] = text.trim().split(' ');
  if (pid === undefined || host === undefined) return undefined;
  if (host !== hostname()) return 'elsewhere';
  // In a container a new process often has the number of the old one.
  if (Number(pid) === process.pid || !isThere(Number(pid))) return undefined;
  const isOther = (said: string, now: string | undefined): boolean => said !== '-' && now !== undefined && said !== now;
  return isOther(boot, bootOf()) || isOther(start, startOf(Number(pid))) ? undefined : 'here';
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ticks of the clock between the start of the system and that of the process. */
function startOf(pid: number): string | undefined {
  const stat = told(`/proc/${pid}/stat`);
  // The name of the program, in brackets, may hold anything; the 22nd field is the 20th behind it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function bootOf(): string | undefined {
  return told('/proc/sys/kernel/random/boot_id')?.trim();
}

function told(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
