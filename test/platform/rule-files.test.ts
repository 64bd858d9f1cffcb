import { cpSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRules } from '../../src/platform/parse-rules.js';
import { compiledFiles, readCompiled, ruleFiles, shippedFolders } from '../../src/platform/rule-files.js';
import { scratch } from '../support/cli.js';
import { bundle } from '../support/rules.js';

const changed = (path: string, edit: (text: string) => string) => {
  const files = new Map(ruleFiles());
  files.set(path, Buffer.from(edit(files.get(path)?.toString('utf8') ?? '')));
  return files;
};

describe('compiled rules', () => {
  const copied = () => {
    const root = scratch();
    const folders = { rules: join(root, 'rules'), compiled: join(root, 'dist') };
    cpSync(shippedFolders.rules, folders.rules, { recursive: true });
    mkdirSync(folders.compiled);
    for (const [name, content] of compiledFiles(ruleFiles(), bundle()))
      writeFileSync(join(folders.compiled, name), content);
    return folders;
  };
  const readIn = ({ rules, compiled }: ReturnType<typeof copied>) => readCompiled(ruleFiles(rules), compiled);

  it('are what the folder says, examples included', () => {
    expect(readIn(copied())).toEqual(JSON.parse(JSON.stringify(bundle())));
  });

  it('are not used once a file is changed, in length or not, whatever its time', () => {
    for (const max of ['max: 25', 'max: 100']) {
      const folders = copied();
      const file = join(folders.rules, 'name/too-long.yaml');
      const { atime, mtime } = statSync(file);
      writeFileSync(file, readFileSync(file, 'utf8').replace('max: 20', max));
      utimesSync(file, atime, mtime);
      expect(readIn(folders)).toBeUndefined();
    }
  });

  it('are not used once a file is added or gone', () => {
    const added = copied();
    writeFileSync(join(added.rules, 'name/own.yaml'), 'id: name/own');
    expect(readIn(added)).toBeUndefined();
    const fewer = copied();
    rmSync(join(fewer.rules, 'name/slogan.yaml'));
    expect(readIn(fewer)).toBeUndefined();
  });

  it('say that a file is missing where the examples are gone or those of another build', () => {
    const gone = copied();
    rmSync(join(gone.compiled, 'rule-examples.json'));
    const other = copied();
    writeFileSync(join(other.compiled, 'rule-examples.json'), '{}');
    for (const folders of [gone, other])
      expect(() => readIn(folders)?.rules[0]?.examples).toThrowError(
        expect.objectContaining({ code: 'rule-file-missing' }),
      );
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
