import { ConfigError } from '../errors.js';
import { TAXONOMY, taxonomyFileSchema, type TaxonomyNames, taxonomyOf } from '../schema/index.js';
import { readInput } from './files.js';

/**
 * The taxonomy of a YAML file; ours without one.
 * @throws InputError as `readInput`; ConfigError `bad-yaml`, `bad-data` with file, line and column
 */
export async function loadTaxonomy(path?: string): Promise<TaxonomyNames> {
  if (path === undefined) return TAXONOMY;
  const text = new TextDecoder().decode(readInput(path));
  const { parseYaml } = await import('./yaml.js');
  return taxonomyOf(parseYaml(path, text, taxonomyFileSchema, ConfigError));
}
