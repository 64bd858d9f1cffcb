/** A rule that throws is a fault of the program; it must not cost the user what the other rules found. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lintResultSchema } from '../../src/schema/index.js';
import { scratch } from '../support/cli.js';
import { ruleBook } from '../support/rules.js';

vi.mock(import('../../src/platform/shipped.js'), async (original) => {
  const shipped = await original();
  return { ...shipped, loadRuleBook: () => Promise.resolve(brokenBook()) };
});
const { run } = await import('../../src/cli/run.js');

function brokenBook() {
  const book = ruleBook();
  const rules = new Map(book.rules);
  const breakIn = (id: string, part: 'indicator' | 'whole', strikes: (name: string) => boolean) => {
    const booked = book.rules.get(id);
    if (!booked) throw new Error(id);
    const own = booked.rule[part] as (...args: unknown[]) => void;
    const rule = {
      ...booked.rule,
      [part]: (...args: unknown[]) => {
        const [one] = args as [{ name?: { text: string } }];
        if (strikes(one.name?.text ?? '')) throw new TypeError('boom');
        own(...args);
      },
    };
    rules.set(id, { ...booked, rule });
  };
  breakIn('value/missing', 'indicator', (name) => name === '养护里程' || name === '绿化面积');
  breakIn('coverage/no-benefit', 'whole', () => true);
  return { ...book, rules };
}

const CSV = [
  '项目名称,甲',
  '一级指标,二级指标,三级指标,指标值',
  '产出指标,数量指标,养护里程,≥120公里',
  '产出指标,数量指标,绿化面积,≥12亩',
  '产出指标,数量指标,巡查次数,',
  '产出指标,数量指标,/,≥5次',
  '',
].join('\n');

async function lint(...args: string[]) {
  const cwd = scratch();
  mkdirSync(join(cwd, 'out'));
  writeFileSync(join(cwd, 'a.csv'), CSV);
  vi.spyOn(process, 'cwd').mockReturnValue(cwd);
  let [stdout, stderr] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((stdout += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((stderr += String(text))));
  const code = await run(['lint', join(cwd, 'a.csv'), ...args]);
  return { cwd, code, stdout, stderr };
}

afterEach(() => vi.restoreAllMocks());

describe('a rule that throws', () => {
  it('is named once with draft, indicator and place; the rest is checked and shown, and the run ends with 2', async () => {
    const { code, stdout, stderr } = await lint();
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^错误：.*a\.csv 第 1 行：规则 coverage\/no-benefit 检查“甲”时出错/),
      expect.stringMatching(/^错误：.*a\.csv 第 3 行：规则 value\/missing 检查“甲”的第 1 条指标时出错/),
    ]);
    // Other rules, and the same rule on other indicators.
    for (const found of ['name/missing', '“巡查次数”没有填指标值']) expect(stdout).toContain(found);
    expect(stdout).toContain('规则 value/missing 检查“甲”的第 1 条指标时出错');
    expect((await lint('--verbose')).stderr).toContain('TypeError: boom');
  });

  it('is a notice in JSON, and speaks English too', async () => {
    const { code, stdout, stderr } = await lint('--format', 'json', '--lang', 'en');
    expect(code).toBe(2);
    const [entry] = lintResultSchema.parse(JSON.parse(stdout)).results;
    expect(entry?.notices).toMatchObject([
      { code: 'rule-crashed', message: expect.stringContaining('coverage/no-benefit') },
      { code: 'rule-crashed', location: { cell: 'C3' }, message: expect.stringContaining('rule value/missing failed') },
    ]);
    expect(entry?.diagnostics.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['name/missing']));
    expect(stderr).toMatch(/Error: .*line 3: rule value\/missing failed on “甲”, indicator 1;/);
  });

  it('takes nothing out of a baseline', async () => {
    const { cwd } = await lint();
    vi.restoreAllMocks();
    const known = {
      ruleId: 'value/missing',
      file: 'a.csv',
      project: '甲',
      indicator: '养护里程',
      field: 'value',
      evidence: '',
      count: 1,
    };
    const file = join(cwd, 'known.json');
    writeFileSync(file, JSON.stringify({ schemaVersion: 1, kind: 'jixiao-baseline', diagnostics: [known] }));
    let stderr = '';
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((stderr += String(text))));
    expect(await run(['lint', join(cwd, 'a.csv'), '--baseline', file, '--update-baseline'])).toBe(2);
    expect(stderr).toContain('有规则出错：原基线中的条目全部保留');
    const { diagnostics } = JSON.parse(readFileSync(file, 'utf8')) as { diagnostics: object[] };
    expect(diagnostics).toContainEqual(known);
  });
});
