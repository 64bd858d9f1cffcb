import { z } from 'zod';
import { wordIndex } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const words = z.array(z.string()).min(1);
const data = z
  .strictObject({
    /** Each kind of internal work: what is done, and to what. */
    kinds: z.array(z.strictObject({ acts: z.array(z.string()), objects: words, unless: z.array(z.string()) })).min(1),
  })
  .transform(({ kinds }) => ({
    any: wordIndex(kinds.flatMap(({ objects }) => objects)),
    kinds: kinds.map(({ objects, ...kind }) => ({
      ...kind,
      objects: wordIndex(objects),
    })),
  }));

export const rule = defineRule({
  id: 'scope/process-as-output',
  data,
  indicator({ levels, name, measure }, { data: { any, kinds }, draft, report }) {
    if (levels.level1 !== 'output' && levels.level1 !== 'benefit') return;
    // A rate of meetings held on time or of plans approved judges how well, not that.
    if (measure.kind === 'ratio' || measure.kind === 'satisfaction' || measure.aspect === 'cost') return;
    const core = compact(name.core);
    if (!any.find(core)) return;
    for (const { acts, objects, unless } of kinds) {
      const object = objects.find(core)?.word;
      // Some objects are process whatever is done with them: 请示件, 立项审批手续.
      const act =
        object === undefined ? undefined : acts.length === 0 ? object : acts.find((word) => core.includes(word));
      if (object === undefined || act === undefined) continue;
      const { project } = draft.draft;
      // 发展和改革委员会 says nothing of a reform.
      const unit = (project.unit ?? '').replace(/发展和?改革/, '');
      const about = compact(`${project.name}${unit}${project.category ?? ''}`);
      if (unless.some((word) => core.includes(word) || about.includes(word))) continue;
      // A project that is about such things (规划编制, 会议服务) may count them.
      if (about.includes(object)) continue;
      report({ message: 'process', field: 'name', evidence: name.core, values: { act, object } });
      return;
    }
  },
});
