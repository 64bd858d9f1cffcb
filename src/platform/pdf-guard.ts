/** Waits until whoever started this process closes its end of standard input, which dying does too; then ends the process. */
import { readSync } from 'node:fs';

try {
  readSync(0, new Uint8Array(1));
  process.kill(process.pid, 'SIGKILL');
} catch {
  // Where standard input cannot be waited for, nothing is guarded.
}
