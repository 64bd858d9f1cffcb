import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRules } from '../../src/platform/parse-rules.js';
import { compiledFiles, readCompiled, ruleFiles, shippedFolders } from '../../src/platform/rule-files.js';
import { bundle } from '../support/rules.js';

const changed = (path: string, edit: (text: string) => string) => {
  const files = new Map(ruleFiles());
  files.set(path, Buffer.from(edit(files.get(path)?.toString('utf8') ?? '')));
  return files;
};

describe('compiled rules', () => {
  const copied = () => {
    const root = mkdtempSync(join(tmpdir(), 'jixiao-test-'));
    const folders = { rules: join(root, 'rules'), compiled: join(root, 'dist') };
    cpSync(shippedFolders.rules, folders.rules, { recursive: true });
    mkdirSync(folders.compiled);
    for (const [name, content] of compiledFiles(ruleFiles(), bundle()))
      writeFileSync(join(folders.compiled, name), content);
    return folders;
  };
  const later = new Date(Date.now() + 60_000);

  it('are what the folder says, examples included', () => {
    expect(readCompiled(copied())).toEqual(JSON.parse(JSON.stringify(bundle())));
  });

  it('are used where files are newer but the same', () => {
    const folders = copied();
    utimesSync(join(folders.rules, 'name/too-long.yaml'), later, later);
    expect(readCompiled(folders)?.rules).toHaveLength(bundle().rules.length);
  });

  it('are not used once a file is changed, in length or not', () => {
    for (const max of ['max: 25', 'max: 100']) {
      const folders = copied();
      const file = join(folders.rules, 'name/too-long.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('max: 20', max));
      utimesSync(file, later, later);
      expect(readCompiled(folders)).toBeUndefined();
    }
  });

  it('are not used once a file is added or gone', () => {
    const added = copied();
    writeFileSync(join(added.rules, 'name/own.yaml'), 'id: name/own');
    expect(readCompiled(added)).toBeUndefined();
    const fewer = copied();
    rmSync(join(fewer.rules, 'name/slogan.yaml'));
    expect(readCompiled(fewer)).toBeUndefined();
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
