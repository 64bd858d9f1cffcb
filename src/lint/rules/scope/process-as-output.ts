import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const words = z.array(z.string()).min(1);
const data = z.strictObject({
  /** Each kind of internal work: what is done, and to what. */
  kinds: z.array(z.strictObject({ acts: words, objects: words, unless: z.array(z.string()) })).min(1),
});

export const rule = defineRule({
  id: 'scope/process-as-output',
  data,
  indicator({ levels, name, measure }, { data: { kinds }, draft, report }) {
    if (levels.level1 !== 'output' && levels.level1 !== 'benefit') return;
    // A rate of meetings held on time or of plans approved judges how well, not that.
    if (measure.kind === 'ratio' || measure.kind === 'satisfaction' || measure.aspect === 'cost') return;
    const core = compact(name.core);
    const { project } = draft.draft;
    const about = compact(`${project.name}${project.unit ?? ''}${project.category ?? ''}`);
    for (const { acts, objects, unless } of kinds) {
      const object = longest(objects, core);
      const act = acts.find((word) => core.includes(word));
      if (
        object === undefined ||
        act === undefined ||
        unless.some((word) => core.includes(word) || about.includes(word))
      )
        continue;
      // A project that is about such things (规划编制, 会议服务) may count them.
      if (about.includes(object)) continue;
      report({ message: 'process', field: 'name', evidence: name.core, values: { act, object } });
      return;
    }
  },
});

function longest(words: readonly string[], text: string): string | undefined {
  let best: string | undefined;
  for (const word of words) if (word.length > (best?.length ?? 0) && text.includes(word)) best = word;
  return best;
}
