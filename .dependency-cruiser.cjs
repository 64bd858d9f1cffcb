/** Layers, lowest first. A folder may import those named beside it; nothing may import upwards, and nothing in a circle. */
const layers = {
  schema: [],
  text: ['schema'],
  classify: ['schema', 'text'],
  indicators: ['schema', 'text', 'classify'],
  lint: ['schema', 'text', 'classify', 'indicators'],
  documents: ['schema', 'text', 'indicators'],
  findings: ['schema', 'text', 'classify', 'documents'],
  report: ['schema'],
};
const PURE = Object.keys(layers).join('|');

const onlyImports = ([folder, allowed]) => ({
  name: `layer-${folder}`,
  comment: `src/${folder} may import ${allowed.join(', ') || 'no other folder'} and errors.ts`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(?:${[folder, ...allowed].join('|')})/|^src/errors\\.ts$` },
});

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(layers).map(onlyImports),
    {
      name: 'pure',
      comment: 'From schema/ to index.ts nothing touches Node: the same code runs in a browser',
      severity: 'error',
      from: { path: `^src/(?:${PURE})/|^src/(?:index|errors)\\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'errors-stand-alone',
      severity: 'error',
      from: { path: '^src/errors\\.ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'platform-below-cli',
      severity: 'error',
      from: { path: `^src/(?:${PURE}|platform)/|^src/index\\.ts$` },
      to: { path: '^src/(?:cli|dev)/' },
    },
    {
      name: 'batch-below-cli',
      severity: 'error',
      from: { path: '^src/batch/' },
      to: { path: '^src/(?:cli|dev)/' },
    },
    {
      name: 'batch-above-all-else',
      severity: 'error',
      from: { path: `^src/(?:${PURE}|platform)/|^src/index\\.ts$` },
      to: { path: '^src/batch/' },
    },
    {
      name: 'pure-below-platform',
      severity: 'error',
      from: { path: `^src/(?:${PURE})/|^src/index\\.ts$` },
      to: { path: '^src/platform/' },
    },
    {
      name: 'no-dev-in-product',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/dev/' },
    },
    {
      name: 'natural-deep-only',
      comment: 'The root of `natural` loads database drivers and reads .env',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/natural/(?:lib/natural/)?index\\.js$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
