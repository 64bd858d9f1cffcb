/**
 * The last steps of a build: `rules/` compiled into `dist/`, the JSON Schemas of the public shapes, and the
 * command bundled into `dist/bin/`. Bundled, the command starts in two thirds of the time: the schema library alone is
 * a hundred small files otherwise.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { z } from 'zod';
import { parseRules } from '../platform/parse-rules.js';
import { baselineSchema } from '../lint/baseline.js';
import { configSchema } from '../platform/config-schema.js';
import { packageRoot } from '../platform/root.js';
import { compiledFiles, ruleFiles, shippedFolders } from '../platform/rule-files.js';
import {
  batchSummarySchema,
  diagnosticSchema,
  draftListSchema,
  draftSchema,
  classifiedSchema,
  evaluationSchema,
  findingSchema,
  lintResultSchema,
  reviewResultSchema,
  taxonomyFileSchema,
} from '../schema/index.js';

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const files = ruleFiles();
for (const [name, content] of compiledFiles(files, parseRules(files)))
  put(join(shippedFolders.compiled, name), content);

const schemas = {
  draft: draftSchema,
  'draft-list': draftListSchema,
  diagnostic: diagnosticSchema,
  'lint-result': lintResultSchema,
  classified: classifiedSchema,
  finding: findingSchema,
  'review-result': reviewResultSchema,
  baseline: baselineSchema,
  config: configSchema,
  taxonomy: taxonomyFileSchema,
  evaluation: evaluationSchema,
  'batch-summary': batchSummarySchema,
};
for (const [name, schema] of Object.entries(schemas)) {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  put(join(packageRoot, 'dist', 'schemas', `${name}.json`), `${JSON.stringify(json, null, 2)}\n`);
}

await build({
  input: join(packageRoot, 'dist', 'cli', 'main.js'),
  platform: 'node',
  // Native engines find their binaries beside themselves, pdf.js its other half; `natural` assigns to undeclared
  // names, which a module may not; `piscina` starts its threads from a file of its own;
  // drivers of the shared queue are wanted by few.
  external: [
    '@node-rs/jieba',
    '@node-rs/jieba/dict.js',
    'nodejieba',
    /^natural\//,
    /^@tensorflow\//,
    /^pdfjs-dist\//,
    'piscina',
    'bullmq',
    'ioredis',
    'aws4fetch',
  ],
  output: { dir: join(packageRoot, 'dist', 'bin'), format: 'esm', cleanDir: true },
  logLevel: 'warn',
});

// npx runs the file itself; npm sets the bit only when it first links it.
chmodSync(join(packageRoot, 'dist', 'bin', 'main.js'), 0o755);
