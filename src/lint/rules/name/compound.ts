import { isCompound } from '../../compound/is-compound.js';
import { splits } from '../../compound/splits.js';
import { data } from '../../compound/words.js';
import { nameFault } from '../../name-fault.js';
import { severalTargets } from '../../several-targets.js';
import { defineRule } from '../../rule.js';

const LONGEST = 300;

export const rule = defineRule({
  id: 'name/compound',
  data,
  indicator(understood, { data: known, understanding, report }) {
    const { core } = understood.name;
    // Each joint reads both its sides: a paragraph pasted as a name would take its length squared.
    if (core.length > LONGEST) return;
    const fused = known.fused.find((word) => core.includes(word));
    if (fused) {
      report({ message: 'fused', field: 'name', evidence: fused });
      return;
    }
    for (const { left, right, joint } of splits(core, known.index)) {
      const fault = nameFault(understood, understanding)?.kind;
      if (fault !== undefined && fault !== 'no-measure') return;
      if (severalTargets(understood) === undefined && !isCompound(left, right, joint, understood, understanding, known))
        continue;
      report({
        message: 'two',
        field: 'name',
        evidence: core,
        values: { left: tail(left), right: head(right), joint },
      });
      return;
    }
  },
});

function tail(text: string): string {
  return text.length > 10 ? `…${text.slice(-8)}` : text;
}

function head(text: string): string {
  return text.length > 12 ? `${text.slice(0, 10)}…` : text;
}
