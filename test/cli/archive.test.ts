import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixturePath } from '../support/documents.js';
import { jixiao, scratch } from '../support/cli.js';

const folder = scratch();

function archive(name: string, entries: Readonly<Record<string, Uint8Array>>): string {
  const path = join(folder, name);
  writeFileSync(path, zipSync(entries));
  return path;
}

const draft = (format: string) => readFileSync(fixturePath(`formats/draft.${format}`));

describe('a zip of documents', () => {
  it('is read entry by entry; what is none is told', () => {
    const path = archive('甲.zip', {
      '报送/一.docx': draft('docx'),
      '报送/二.ods': draft('ods'),
      '报送/照片.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
      '__MACOSX/报送/._一.docx': new Uint8Array([1]),
      '报送/~$一.docx': new Uint8Array([1]),
    });
    const { code, stdout, stderr } = jixiao(['lint', path, '--format', 'json']);
    const { results } = JSON.parse(stdout) as { results: { source: string; diagnostics: unknown[] }[] };
    expect(results.map(({ source, diagnostics }) => [source, diagnostics.length])).toEqual([
      [`${path}!/报送/一.docx`, 10],
      [`${path}!/报送/二.ods`, 10],
    ]);
    expect(stderr).toBe(`${path}!/报送/照片.jpg：不是可以读取的格式，没有读取\n`);
    expect(code).toBe(1);
  });

  it('costs its damaged entries alone', () => {
    const path = archive('乙.zip', { '断.docx': draft('docx').subarray(0, 900), '好.csv': draft('csv') });
    const { code, stdout, stderr } = jixiao(['lint', path, '--format', 'json']);
    expect((JSON.parse(stdout) as { results: unknown[] }).results).toHaveLength(1);
    expect(stderr).toMatch(/乙\.zip!\/断\.docx：文件已损坏或不完整/);
    expect(code).toBe(2);
  });

  it('is refused where an entry leads out of it, or none can be read', () => {
    const out = archive('丙.zip', { '../../draft.csv': draft('csv') });
    expect(jixiao(['lint', out])).toMatchObject({ code: 2, stderr: expect.stringMatching(/丙\.zip：文件已损坏/) });
    const none = archive('丁.zip', { 'a.jpg': new Uint8Array([1]) });
    expect(jixiao(['review', none]).stderr).toMatch(/丁\.zip：压缩包里没有可以读取的文件/);
  });

  it('has names in GBK', () => {
    const bytes = zipSync({ 'XX.csv': draft('csv') });
    // “甲” in GBK.
    for (const [at, byte] of bytes.entries()) {
      if (byte === 0x58 && bytes[at + 1] === 0x58) bytes.set([0xbc, 0xd7], at);
    }
    const path = join(folder, '戊.zip');
    writeFileSync(path, bytes);
    const { stdout } = jixiao(['lint', path, '--format', 'json']);
    expect((JSON.parse(stdout) as { results: { source: string }[] }).results[0]?.source).toBe(`${path}!/甲.csv`);
  });
});
