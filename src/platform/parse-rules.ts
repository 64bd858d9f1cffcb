/** YAML files of `rules/` → a validated bundle. An error names file, line and what was expected. */
import type { z } from 'zod';
import { DataError } from '../errors.js';
import { readingDataSchema } from '../findings/reading-data.js';
import { tableDataSchema } from '../documents/table-data.js';
import { indicatorDataSchema } from '../indicators/index.js';
import { libraryFileSchema } from '../lint/library-data.js';
import { profileFileSchema } from '../lint/profile-data.js';
import { resolveProfiles } from '../lint/profiles.js';
import { ruleDataSchema } from '../lint/rule-data.js';
import { indexLibrary } from './library-index.js';
import type { ShippedRules } from './rule-files.js';
import { parseYaml } from './yaml.js';

export function parseRules(files: ReadonlyMap<string, Buffer>): ShippedRules {
  const parse = <Schema extends z.ZodType>(path: string, schema: Schema) => {
    const bytes = files.get(path);
    if (!bytes) throw new DataError('rule-file-missing', { file: `rules/${path}` });
    return parseYaml(`rules/${path}`, bytes.toString('utf8'), schema);
  };
  const indicators = indicatorDataSchema.shape;
  const within = (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  const rulePaths = [...files.keys()].filter((path) => !/^(?:indicators|profiles|reading|library)\//.test(path));
  return {
    indicators: {
      units: parse('indicators/units.yaml', indicators.units),
      measures: parse('indicators/measures.yaml', indicators.measures),
      words: parse('indicators/words.yaml', indicators.words),
      framework: parse('indicators/framework.yaml', indicators.framework),
      goals: parse('indicators/goals.yaml', indicators.goals),
    },
    library: indexLibrary(
      within('library').flatMap((path) => {
        const { sector, samples } = parse(path, libraryFileSchema);
        return samples.map((sample) => ({ sector, ...sample }));
      }),
    ),
    profiles: resolveProfiles(within('profiles').map((path) => parse(path, profileFileSchema))),
    rules: rulePaths.map((path) => {
      const rule = parse(path, ruleDataSchema);
      if (`${rule.id}.yaml` !== path)
        throw new DataError('rule-id-path', { file: `rules/${path}`, data: { rule: rule.id } });
      return rule;
    }),
    reading: {
      findings: parse('reading/findings.yaml', readingDataSchema),
      tables: parse('reading/tables.yaml', tableDataSchema),
    },
  };
}
