import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classifiedSchema } from '../../src/schema/finding.js';
import { jixiao, scratch } from '../support/cli.js';

const rows = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => classifiedSchema.parse(JSON.parse(line)));

describe('jixiao classify', () => {
  it('labels lines of standard input, in their order', () => {
    const input = '合同签订时间晚于服务开始时间\n\n建议开展固定资产盘点\n无\n';
    const { code, stdout } = jixiao(['classify', '-', '--format', 'jsonl'], { input });
    expect(code).toBe(0);
    expect(rows(stdout).map(({ kind, labels }) => [kind, labels[0]?.category, labels[0]?.tags])).toEqual([
      ['problem', 'procurement', ['contract']],
      ['suggestion', 'assets', ['inventory']],
      ['neither', undefined, undefined],
    ]);
  });

  it("keeps the caller's own fields", () => {
    const input = '{"id":"r3","text":"预算执行率仅为45%","unit":"某中心","n":1}\n';
    const [row] = rows(jixiao(['classify', '-', '--format', 'jsonl'], { input }).stdout);
    expect(row).toMatchObject({ id: 'r3', unit: '某中心', n: 1, labels: [{ category: 'budget' }] });
  });

  it('says what decided', () => {
    const { stdout } = jixiao(['classify', '-', '--explain'], { input: '新购设备未登记入账\n' });
    expect(stdout).toMatch(/^问题 {2}新购设备未登记入账 {2}\[资产管理 · 入账\/账实 [01]\.\d\d\]/);
    expect(stdout).toMatch(/支持 {2}.*(?:入账|登记|设备)/);
  });

  it('writes one JSON document, and sheets that Excel reads and never works out', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.txt'), '=1+1项目验收不规范\n台账"记录"不全，缺少照片\n');
    const { stdout } = jixiao(['classify', 'a.txt', '--format', 'json'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, findings: [{}, {}] });
    expect(jixiao(['classify', 'a.txt', '--format', 'csv', '-o', 'b.csv'], { cwd: folder }).code).toBe(0);
    const sheet = readFileSync(join(folder, 'b.csv'), 'utf8');
    expect(sheet).toMatch(/^\ufeff文本,性质,类别/);
    expect(sheet).toContain(`\r\n'=1+1项目验收不规范,`);
    expect(sheet).toContain('"台账""记录""不全，缺少照片",');
  });

  it('reads what Chinese offices write: GBK, byte order marks, lines of old Macs', () => {
    const folder = scratch();
    // “资产未入账” in GBK.
    writeFileSync(join(folder, 'gbk.txt'), Buffer.from([0xd7, 0xca, 0xb2, 0xfa, 0xce, 0xb4, 0xc8, 0xeb, 0xd5, 0xcb]));
    writeFileSync(join(folder, 'bom.txt'), '\ufeff资产未入账\r\n资产闲置\r\n');
    const texts = rows(jixiao(['classify', 'gbk.txt', 'bom.txt', '--format', 'jsonl'], { cwd: folder }).stdout);
    expect(texts.map(({ text }) => text)).toEqual(['资产未入账', '资产未入账', '资产闲置']);
  });

  it.each([
    ['broken.jsonl', '{"text":"甲"}\n{"text":\n', /broken\.jsonl 第 2 行/],
    ['other.jsonl', '{"text":"甲"}\n{"content":"乙"}\n', /other\.jsonl 第 2 行.*text/],
    ['table.csv', '存在问题\n甲\n', /table\.csv.*jixiao review/],
  ])('%s: one line, code 2, nothing half-written', (name, content, told) => {
    const folder = scratch();
    writeFileSync(join(folder, name), content);
    const { code, stderr } = jixiao(['classify', name, '--format', 'jsonl', '-o', 'out.jsonl'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('tells a file that is not there, and never overwrites its input', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.txt'), '资产闲置\n');
    expect(jixiao(['classify', 'nowhere.txt'], { cwd: folder })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/nowhere\.txt/) as unknown,
    });
    expect(jixiao(['classify', 'a.txt', '-o', 'a.txt'], { cwd: folder }).code).toBe(2);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('资产闲置\n');
    expect(existsSync(join(folder, 'a.txt'))).toBe(true);
  });
});
