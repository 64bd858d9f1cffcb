/** The real program in the background. */
import { type ChildProcess, spawn } from 'node:child_process';
import { program } from './cli.js';

export class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  stdout = '';
  stderr = '';

  constructor(args: readonly string[], { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {}) {
    this.child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd && { cwd }),
      env: { ...process.env, ...env },
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Dead and gone, whatever it did. */
  async end(): Promise<void> {
    this.kill('SIGKILL');
    await this.ended;
  }
}
