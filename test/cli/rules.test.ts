import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildWorkbook } from '../../src/documents/xlsx/build.js';
import { RULE_GROUPS } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { bundle } from '../support/rules.js';

const ids = bundle().rules.map(({ id }) => id);

describe('jixiao rules', () => {
  it('lists every rule under its group with its level', () => {
    const { stdout } = jixiao(['rules']);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+\/[a-z-]+) +(?:错误|警告|提示|关闭)/gm)].map(([, id]) => id);
    expect(new Set(listed)).toEqual(new Set(ids));
    expect(listed).toHaveLength(ids.length);
    expect(stdout).toMatch(/name\/too-long +警告 +指标名称过长/);
    expect(stdout).toContain(`共 ${ids.length} 条规则`);
    const blocks = stdout.split('\n\n').filter((block) => /^\S+ {2}[a-z]+\/$/m.test(block));
    for (const block of blocks) {
      const group = /^\S+ {2}([a-z]+\/)\n/.exec(block)?.[1];
      for (const line of block.split('\n').slice(1)) expect(line.trim().startsWith(group ?? '?')).toBe(true);
    }
  });

  it('has a name for every group', () => {
    for (const id of ids) expect(Object.keys(RULE_GROUPS)).toContain(id.slice(0, id.indexOf('/')));
  });

  it('shows the levels of the chosen preset', () => {
    const off = bundle().rules.filter(({ presets }) => presets.recommended === 'off' && presets.strict !== 'off');
    for (const { id } of off) {
      expect(jixiao(['rules']).stdout).toMatch(new RegExp(`${id} +关闭`));
      expect(jixiao(['rules', '--preset', 'strict']).stdout).not.toMatch(new RegExp(`${id} +关闭`));
    }
  });

  it('lists a group', () => {
    const own = ids.filter((id) => id.startsWith('weight/'));
    for (const group of ['weight', 'weight/']) {
      const { code, stdout } = jixiao(['rules', group]);
      expect([
        code,
        stdout
          .match(/^ {2}[a-z]+\/[a-z-]+/gm)
          ?.map((line) => line.trim())
          .toSorted(),
      ]).toEqual([0, own.toSorted()]);
    }
    const listed = JSON.parse(jixiao(['rules', 'weight', '--format', 'json']).stdout) as { id: string }[];
    expect(listed.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
    expect(jixiao(['rules', 'weigth'])).toMatchObject({ code: 2, stderr: expect.stringContaining('没有规则“weigth”') });
  });

  it('explains one with reason, basis, options, examples and advice', () => {
    const { stdout } = jixiao(['rules', 'scope/common-as-custom']);
    for (const part of ['财预〔2013〕53号', '会报告', '不报告', '水资源利用率', '建议']) expect(stdout).toContain(part);
    const { stdout: tooLong } = jixiao(['rules', 'name/too-long']);
    expect(tooLong).toContain('选项（默认值）\n  · max：20');
    expect(tooLong).toContain('rules: { name/too-long: [warn, { max: 20 }] }');
    expect(jixiao(['rules', 'name/too-long', '--lang', 'en']).stdout).toContain('Options (defaults)');
  });

  it('gives the same as data', () => {
    interface Shown {
      readonly id: string;
      readonly level: string;
      readonly group: object;
      readonly examples: readonly unknown[];
    }
    const rule = JSON.parse(jixiao(['rules', 'weight/sum', '--format', 'json']).stdout) as Shown;
    expect(rule).toMatchObject({ id: 'weight/sum', level: 'error', group: { id: 'weight', zh: '权重' } });
    expect(rule.examples.length).toBeGreaterThanOrEqual(6);
    const all = JSON.parse(jixiao(['rules', '--format', 'json']).stdout) as Shown[];
    expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });
});

describe('jixiao rules --import-common', () => {
  const folder = scratch();
  const put = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const run = (from: string, to = 'own.yaml') => jixiao(['rules', '--import-common', from, '-o', to], { cwd: folder });
  const profile = (name = 'own.yaml') => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { text, ...(parse(text) as { name: string; extends: string; common: { moreNames: string[] } }) };
  };
  const column = (header: string, ...names: string[]) =>
    buildWorkbook([{ name: '库', columns: [{ header, width: 20 }], rows: names.map((name) => [name]) }]);

  it('writes a profile that extends the default one by the names of a workbook', () => {
    const { code, stdout, stderr } = run(
      put('库.xlsx', column('共性指标', '1.档案管理规范率', '绩效自评质量（分）', '', '绩效自评质量', '合计')),
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('读到 2 个共性指标');
    expect(profile()).toMatchObject({
      name: 'own',
      extends: 'national-2021',
      common: { moreNames: ['档案管理规范率', '绩效自评质量'] },
    });
    expect(profile().text).toMatch(/^# 由 jixiao[^\n]*\n# 来源：库\.xlsx（库!A1 共性指标），共 2 个/);
  });

  it('takes the column of names from a table, and of a mixed list those that are common', () => {
    const text = '共性指标库,,,\n一级指标,三级指标,性质,说明\n过程,资金使用合规性,共性,略\n产出,养护里程,个性,略\n';
    run(put('库.csv', text), 'b.yaml');
    expect(profile('b.yaml').common.moreNames).toEqual(['资金使用合规性']);
  });

  it('overwrites a profile only when it is told to', () => {
    put('手改.yaml', '# 手工加的\n');
    const refused = run('库.csv', '手改.yaml');
    expect([refused.code, readFileSync(join(folder, '手改.yaml'), 'utf8')]).toEqual([2, '# 手工加的\n']);
    expect(refused.stderr).toMatch(/手改\.yaml：已有这个文件，没有覆盖；.*--force/);
    const forced = jixiao(['rules', '--import-common', '库.csv', '-o', '手改.yaml', '--force'], { cwd: folder });
    expect([forced.code, profile('手改.yaml').common.moreNames]).toEqual([0, ['资金使用合规性']]);
  });

  it('does not take a form with a project’s own indicators for a list of common ones', () => {
    const form = '项目名称,道路养护\n一级指标,三级指标,指标值,分值\n产出指标,养护里程,≥120公里,20\n';
    const { code, stderr } = run(put('申报表.csv', form), 'c.yaml');
    expect([code, existsSync(join(folder, 'c.yaml'))]).toEqual([2, false]);
    expect(stderr).toMatch(/申报表\.csv.*“三级指标”所在的表是绩效目标表（有指标值、分值），不是共性指标库/);
    // The same columns under a title that says so, and a bare list of names, are taken.
    expect(run(put('d.csv', `部门共性绩效指标库,\n${form.slice(form.indexOf('一级'))}`), 'd.yaml').code).toBe(0);
    expect(run(put('e.csv', '指标名称,说明\n档案管理规范率,略\n'), 'e.yaml').code).toBe(0);
  });

  it('does not take the name of a profile that ships', () => {
    run('库.csv', 'national-2021.yaml');
    expect(profile('national-2021.yaml').name).toBe('national-2021-own');
  });

  it.each([
    ['no such column', () => run(put('x.csv', '甲,乙\n1,2\n')), /x\.csv：没有找到指标名称一列/],
    ['no names', () => run(put('y.xlsx', column('指标名称', '/', ''))), /y\.xlsx 库!A1：“指标名称”下面没有指标名称/],
    ['no file', () => run('没有.xlsx'), /没有\.xlsx：找不到文件/],
    ['no output', () => jixiao(['rules', '--import-common', '库.csv'], { cwd: folder }), /请用 -o/],
    ['an output of another kind', () => run('库.csv', 'a.json'), /a\.json：口径文件的名称要以 \.yaml 结尾/],
  ])('refuses %s', (_, start, sentence) => {
    const { code, stdout, stderr } = start();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
