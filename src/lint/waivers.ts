/**
 * Diagnostics that somebody answers for: the configuration names the rule, what it is waived for, why, who says so and
 * since when. The day is handed in: nothing here reads a clock.
 */
import { z } from 'zod';
import { readName } from '../indicators/index.js';
import type { Draft, LintEntry, Notice, Waived } from '../schema/index.js';
import { compact } from '../text/fold.js';
import { waiverNotice } from './notices.js';
import type { Language } from './sentences.js';

const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text), { error: 'YYYY-MM-DD' })
  .describe('YYYY-MM-DD');
const name = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => text.trim() !== '');

export const waiverSchema = z.strictObject({
  rule: z.string().min(1),
  file: z.string().min(1).optional().describe('A pattern of files'),
  project: name.optional(),
  indicator: name.optional().describe('Its name or its id'),
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1),
  date: day,
  until: day.optional().describe('The last day on which it holds'),
});
export type Waiver = z.output<typeof waiverSchema>;

export interface WaiverOptions {
  /** YYYY-MM-DD */
  readonly today: string;
  readonly fitsFile: (pattern: string, source: string) => boolean;
}

/** The waivers of one run; it remembers which of them were of use. */
export class Waivers {
  readonly #all: readonly Waiver[];
  readonly #options: WaiverOptions;
  readonly #used = new Set<Waiver>();
  /** Those whose file and project were in this run. */
  readonly #met = new Set<Waiver>();

  constructor(all: readonly Waiver[], options: WaiverOptions) {
    this.#all = all;
    this.#options = options;
  }

  /** Moves what is waived from the diagnostics to the waived. `file` is what patterns are compared with. */
  apply(entry: LintEntry, draft: Draft, file: string): LintEntry {
    const here = this.#all.filter((waiver) => this.#holds(waiver) && this.#fits(waiver, file, draft));
    if (here.length === 0) return entry;
    for (const waiver of here) this.#met.add(waiver);
    const names = new Map(draft.indicators.map((indicator) => [indicator.id, namesOf(indicator.id, indicator.name)]));
    const kept: LintEntry['diagnostics'] = [];
    const waived: Waived[] = [];
    for (const diagnostic of entry.diagnostics) {
      const known = diagnostic.indicatorId === null ? undefined : names.get(diagnostic.indicatorId);
      const waiver = here.find(
        ({ rule, indicator }) =>
          rule === diagnostic.ruleId && (indicator === undefined || known?.has(compact(indicator)) === true),
      );
      if (!waiver) {
        kept.push(diagnostic);
        continue;
      }
      this.#used.add(waiver);
      const { reason, by, date, until } = waiver;
      waived.push({ ...diagnostic, waiver: { from: 'config', reason, by, date, ...(until && { until }) } });
    }
    return { ...entry, diagnostics: kept, waived: [...entry.waived, ...waived] };
  }

  /**
   * What there is to say once all files are checked: waivers that have run out, and those that fitted nothing in what they
   * name. Of a project or file that was not in this run nothing is known.
   */
  notices(language: Language): Notice[] {
    return this.#all
      .filter((waiver) => !this.#used.has(waiver) && (this.#met.has(waiver) || !this.#holds(waiver)))
      .map((waiver) => {
        const expired = !this.#holds(waiver);
        const data = { waiver: described(waiver), until: waiver.until ?? '' };
        return waiverNotice(expired ? 'waiver-expired' : 'waiver-unused', data, { language });
      });
  }

  /** Which were met, and which of use, since this was asked last, by their places in the configuration; undefined for none. */
  taken(): { readonly met: number[]; readonly used: number[] } | undefined {
    const places = (those: ReadonlySet<Waiver>): number[] =>
      this.#all.flatMap((waiver, index) => (those.has(waiver) ? [index] : []));
    const all = { met: places(this.#met), used: places(this.#used) };
    this.#met.clear();
    this.#used.clear();
    return all.met.length > 0 ? all : undefined;
  }

  /**
   * Of a whole batch: those that have run out, those that were of no use, and those whose file and project were not in it,
   * which a name that is written in another way may explain.
   */
  noticesOf({ met, used }: { met: ReadonlySet<number>; used: ReadonlySet<number> }, language: Language): Notice[] {
    return this.#all.flatMap((waiver, index) => {
      if (used.has(index)) return [];
      const data = { waiver: described(waiver), until: waiver.until ?? '' };
      const code = !this.#holds(waiver) ? 'waiver-expired' : met.has(index) ? 'waiver-unused' : 'waiver-unmet';
      return [waiverNotice(code, data, { language })];
    });
  }

  #holds({ until }: Waiver): boolean {
    // Days in this form compare as texts.
    return until === undefined || until >= this.#options.today;
  }

  #fits({ file, project }: Waiver, source: string, draft: Draft): boolean {
    if (file !== undefined && !this.#options.fitsFile(file, source)) return false;
    return project === undefined || compact(project) === compact(draft.project.name);
  }
}

/** An indicator is meant by its id, by its name as it stands in the table, or by the name freed of numbering. */
function namesOf(id: string, written: string): ReadonlySet<string> {
  const { text, core } = readName(written);
  return new Set([id, written, text, core].map(compact).filter((known) => known !== ''));
}

function described({ rule, file, project, indicator, reason }: Waiver): string {
  return `${[rule, file, project, indicator].filter((part) => part !== undefined).join(' · ')}（${reason}）`;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
