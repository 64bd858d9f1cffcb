/** The file in which a province writes down its own categories and tags. */
import { z } from 'zod';
import type { CategoryInfo, TaxonomyNames } from './taxonomy.js';

/** A code stands in JSON, sheets and models. 汉字 are letters. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;
/** How a text without any category is called among the classes of a model. */
const RESERVED = 'none';
const LONGEST = 60;

const name = z.string().trim().min(1).max(LONGEST);

const tagSchema = z.union([name, z.strictObject({ zh: name, en: name.optional() })], {
  error: '“名称” | { zh: 名称, en: name }',
});

const categorySchema = z.strictObject({
  zh: name.describe('the name in Chinese'),
  en: name.optional().describe('the name in English; the code where there is none'),
  tags: z
    .record(z.string(), tagSchema)
    .nullish()
    .transform((tags) => tags ?? {})
    .describe('code → name, or code → { zh, en }'),
});

export const taxonomyFileSchema = z
  .strictObject({ title: name.optional(), categories: z.record(z.string(), categorySchema) })
  .superRefine(({ categories }, context) => {
    const fault = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', message, path: ['categories', ...path] });
    if (Object.keys(categories).length === 0) fault('≥ 1');
    for (const one of clashes(Object.entries(categories).map(([code, { zh }]) => [code, zh]))) fault(one.why, one.code);
    for (const [code, { tags }] of Object.entries(categories)) {
      const names = Object.entries(tags).map(([tag, info]) => [tag, zhOf(info)] as const);
      for (const one of clashes(names)) fault(one.why, code, 'tags', one.code);
    }
  });

type Tag = z.output<typeof tagSchema>;

/** Codes that cannot be codes, and names that stand for two things: a sheet shows names only. */
function clashes(pairs: readonly (readonly [string, string])[]): { code: string; why: string }[] {
  const owners = new Map<string, string>();
  return pairs.flatMap(([code, zh]) => {
    if (!CODE.test(code) || code === RESERVED) return [{ code, why: `${code} ≠ a–z 0–9 汉字 - _ . (≠ ${RESERVED})` }];
    const owner = owners.get(zh);
    owners.set(zh, code);
    return owner === undefined ? [] : [{ code, why: `${owner} = ${code} = “${zh}”` }];
  });
}

function zhOf(tag: Tag): string {
  return typeof tag === 'string' ? tag : tag.zh;
}

/** What the file says, in the shape of our own taxonomy. */
export function taxonomyOf({ categories }: z.output<typeof taxonomyFileSchema>): TaxonomyNames {
  return Object.fromEntries(
    Object.entries(categories).map(([code, { zh, en, tags }]): [string, CategoryInfo] => {
      const english = Object.entries(tags).flatMap(([tag, info]) =>
        typeof info === 'string' || info.en === undefined ? [] : [[tag, info.en]],
      );
      return [
        code,
        {
          zh,
          en: en ?? code,
          tags: Object.fromEntries(Object.entries(tags).map(([tag, info]) => [tag, zhOf(info)])),
          ...(english.length > 0 && { enTags: Object.fromEntries(english) as Record<string, string> }),
        },
      ];
    }),
  );
}

/** The same shape as it stands in the card of a trained model. */
export const taxonomyNamesSchema = z.record(
  z.string(),
  z.object({
    zh: z.string(),
    en: z.string(),
    tags: z.record(z.string(), z.string()),
    enTags: z.record(z.string(), z.string()).optional(),
  }),
);
