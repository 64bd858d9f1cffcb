/** Help and the parser's complaints, whole in either language. */
import { describe, expect, it } from 'vitest';
import { jixiao } from '../support/cli.js';

const COMMANDS = [[], ['lint'], ['review'], ['segment'], ['classify'], ['train'], ['evaluate'], ['rules'], ['init']];

describe('--help', () => {
  it.each(COMMANDS)('%s is Chinese by default', (...command) => {
    const { code, stdout } = jixiao([...command, '--help']);
    expect(code).toBe(0);
    for (const word of ['用法：', '选项：', '显示帮助']) expect(stdout).toContain(word);
    // Names of options and files stay; no sentence is English.
    expect(stdout).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    expect(stdout).not.toMatch(/Usage|Options|Arguments|Commands|default|choices/);
  });

  it.each(COMMANDS)('%s is English with --lang en', (...command) => {
    const { code, stdout } = jixiao([...command, '--lang', 'en', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: jixiao');
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a wrong command line', () => {
  it.each([
    [['lint', '--fomat', 'json'], '错误：没有选项 --fomat，是不是 --format；用法见 jixiao --help\n'],
    [['lnt'], '错误：没有命令 lnt，是不是 lint；用法见 jixiao --help\n'],
    [
      ['lint', '--format', 'pdf'],
      '错误：选项 --format <name> 不接受“pdf”；可用：stylish, json, html, md, xlsx, docx, csv, sarif, junit；用法见 jixiao --help\n',
    ],
    [['lint', '--rule'], '错误：选项 --rule <id=level> 后面缺少值；用法见 jixiao --help\n'],
    [['rules', 'a', 'b'], '错误：命令 rules 最多 1 个参数，收到 2 个；用法见 jixiao --help\n'],
    [['lint', '--fomat', '--lang', 'en'], "Error: unknown option '--fomat'; did you mean --format?\n"],
  ])('%j', (args, expected) => {
    expect(jixiao(args)).toEqual({ code: 2, stdout: '', stderr: expected });
  });
});
