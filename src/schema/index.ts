export * from './common.js';
export * from './diagnostic.js';
export * from './draft.js';
export * from './finding.js';
export * from './rule-groups.js';
export * from './sheet.js';
export * from './taxonomy.js';
export * from './understood.js';
