/** Drafts that are given as JSON: no table has to be found, and nothing that finds tables is loaded for them. */
import type { SourceDocument } from './model.js';
import type { SourcedDraft } from './sourced-draft.js';

type Given = NonNullable<SourceDocument['drafts']>;

/** One a draft, in order; `locate` gives JSON pointers, and the place of the first indicator for an id that is none. */
export function jsonDrafts(drafts: Given): SourcedDraft[] {
  return drafts.map((entry) => jsonDraft(entry));
}

function jsonDraft({ draft, pointer, line }: Given[number]): SourcedDraft {
  const index = new Map(draft.indicators.map(({ id }, position) => [id, position]));
  const place = line === undefined ? {} : { line };
  return {
    draft,
    place: (id, field) => {
      const position = index.get(id);
      return position === undefined ? undefined : { ...place, pointer: `${pointer}/indicators/${position}/${field}` };
    },
    locate: (id, field) => {
      if (id === null)
        return {
          ...place,
          pointer:
            field === 'indicators' || field === 'weight'
              ? `${pointer}/indicators`
              : `${pointer}/project/${field.replaceAll('.', '/')}`,
        };
      return { ...place, pointer: `${pointer}/indicators/${index.get(id) ?? 0}/${field}` };
    },
    notices: [],
    withoutGoal: false,
  };
}
