/** What a worker counts, as the text that Prometheus reads. By hand: a library would be larger than all of it. */

type Labels = Readonly<Record<string, string>>;

/** Seconds; a table takes milliseconds, a long report seconds, and a bound of minutes ends what hangs. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

export interface Gauges {
  readonly running: number;
  readonly connected: boolean;
  /** Bytes. */
  readonly memory: number;
  /** Seconds since 1970. */
  readonly started: number;
  /** Of the run that is served. */
  readonly depth?: Readonly<Record<string, number>>;
}

export const OUTCOMES = ['done', 'failed', 'dead', 'retried'] as const;
type OutcomeName = (typeof OUTCOMES)[number];

export class Metrics {
  readonly #jobs = new Map<OutcomeName, number>(OUTCOMES.map((name) => [name, 0]));
  readonly #buckets = BUCKETS.map(() => 0);
  #seconds = 0;
  #timed = 0;
  #rows = 0;

  /** Seconds count for jobs that were run to an end. */
  count(outcome: OutcomeName, seconds: number, rows: number): void {
    this.#jobs.set(outcome, (this.#jobs.get(outcome) ?? 0) + 1);
    if (outcome === 'dead' || outcome === 'retried') return;
    this.#rows += rows;
    this.#seconds += seconds;
    this.#timed += 1;
    BUCKETS.forEach((bound, index) => {
      if (seconds <= bound) this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
    });
  }

  /** Text format 0.0.4. */
  text({ running, connected, memory, started, depth = {} }: Gauges): string {
    const jobs = [...this.#jobs].map(([outcome, value]) => sample('jixiao_jobs_total', value, { outcome }));
    const buckets = BUCKETS.map((le, index) =>
      sample('jixiao_job_seconds_bucket', this.#buckets[index] ?? 0, { le: String(le) }),
    );
    const waiting = Object.entries(depth).map(([state, value]) => sample('jixiao_queue_jobs', value, { state }));
    return [
      ...family('jixiao_jobs_total', 'counter', 'Jobs by outcome.', jobs),
      ...family('jixiao_job_seconds', 'histogram', 'Seconds that a job took.', [
        ...buckets,
        sample('jixiao_job_seconds_bucket', this.#timed, { le: '+Inf' }),
        sample('jixiao_job_seconds_sum', this.#seconds),
        sample('jixiao_job_seconds_count', this.#timed),
      ]),
      ...family('jixiao_rows_total', 'counter', 'Indicators, findings or texts.', [
        sample('jixiao_rows_total', this.#rows),
      ]),
      ...family('jixiao_jobs_running', 'gauge', 'Jobs that run now.', [sample('jixiao_jobs_running', running)]),
      ...(waiting.length > 0
        ? family('jixiao_queue_jobs', 'gauge', 'Jobs of the run that is served, by state.', waiting)
        : []),
      ...family('jixiao_queue_connected', 'gauge', 'Whether the queue answers.', [
        sample('jixiao_queue_connected', connected ? 1 : 0),
      ]),
      ...family('process_resident_memory_bytes', 'gauge', 'Resident memory.', [
        sample('process_resident_memory_bytes', memory),
      ]),
      ...family('process_start_time_seconds', 'gauge', 'Start, in seconds since 1970.', [
        sample('process_start_time_seconds', started),
      ]),
      '',
    ].join('\n');
  }
}

function family(name: string, type: string, help: string, samples: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples];
}

/** Labels are words of our own: nothing in them is to be escaped. */
function sample(name: string, value: number, labels: Labels = {}): string {
  const said = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return `${name}${said.length > 0 ? `{${said.join(',')}}` : ''} ${value}`;
}
