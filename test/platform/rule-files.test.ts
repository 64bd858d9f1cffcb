import { describe, expect, it } from 'vitest';
import { parseRules } from '../../src/platform/parse-rules.js';
import { digestsOf, readCompiled, ruleFiles } from '../../src/platform/rule-files.js';
import { bundle } from '../support/rules.js';

const changed = (path: string, edit: (text: string) => string) => {
  const files = new Map(ruleFiles());
  files.set(path, Buffer.from(edit(files.get(path)?.toString('utf8') ?? '')));
  return files;
};

describe('compiled rules', () => {
  it('are what the folder says', () => {
    expect(readCompiled(ruleFiles())).toEqual(JSON.parse(JSON.stringify(bundle())));
  });

  it('are not used once a file is changed, added or gone', () => {
    expect(readCompiled(changed('name/too-long.yaml', (text) => text.replace('max: 20', 'max: 25')))).toBeUndefined();
    expect(readCompiled(changed('name/own.yaml', () => 'id: name/own'))).toBeUndefined();
    const fewer = new Map(ruleFiles());
    fewer.delete('name/slogan.yaml');
    expect(readCompiled(fewer)).toBeUndefined();
  });

  it('have a digest for every file', () => {
    const digests = digestsOf(ruleFiles());
    expect(Object.keys(digests)).toContain('reading/tables.yaml');
    for (const digest of Object.values(digests)) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a faulty rule file is named with line and column', () => {
  const file = 'rules/name/too-long.yaml';
  it.each<[string, (text: string) => string, object]>([
    ['broken YAML', (text) => text.replace('data: { max: 20 }', 'data: { max: 20'), { code: 'bad-yaml' }],
    ['an unknown key', (text) => text.replace('since:', 'sinse:'), { code: 'bad-data' }],
    [
      'a wrong level',
      (text) => text.replace('recommended: warning', 'recommended: loud'),
      { code: 'bad-data', place: { file, line: 3, column: 25 } },
    ],
    [
      'another rule’s id',
      (text) => text.replace('id: name/too-long', 'id: name/slogan'),
      { code: 'rule-id-path', place: { file } },
    ],
  ])('%s', (_, edit, error) => {
    expect(() => parseRules(changed('name/too-long.yaml', edit))).toThrowError(expect.objectContaining(error));
  });
});
