/** Compiles `rules/` into `dist/rules.json`: the last step of a build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseRules } from '../platform/parse-rules.js';
import { compiledPath, digestsOf, ruleFiles } from '../platform/rule-files.js';

const files = ruleFiles();
mkdirSync(dirname(compiledPath), { recursive: true });
writeFileSync(compiledPath, JSON.stringify({ digests: digestsOf(files), bundle: parseRules(files) }));
