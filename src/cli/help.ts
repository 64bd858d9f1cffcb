/** Help and the complaints of the argument parser, which speaks English only, in the user's language. */
import type { Command, Help } from 'commander';
import { stringWidth } from '../report/width.js';

export type Language = 'zh' | 'en';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Headings, choices and defaults; columns are as wide as they look, in either language. */
export function helpIn(language: Language): Partial<Help> {
  const own: Partial<Help> = { displayWidth: stringWidth };
  if (language === 'en') return own;
  return {
    ...own,
    styleTitle: (title) => TITLES[title] ?? title,
    optionDescription: ({ description, argChoices, defaultValue }) => {
      const isShown = typeof defaultValue === 'string';
      const more = [
        ...(argChoices ? [`可选：${argChoices.join('、')}`] : []),
        ...(isShown ? [`默认：${defaultValue}`] : []),
      ];
      return more.length === 0 ? description : `${description}（${more.join('；')}）`;
    },
  };
}

/** What the parser says, as patterns with what is kept of it. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.*)'$/, '没有选项 $1'],
  [/^unknown command '(.*)'$/, '没有命令 $1'],
  [/^option '(.*)' argument missing$/, '选项 $1 后面缺少值'],
  [/^missing required argument '(.*)'$/, '缺少参数 $1'],
  [/^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/, '选项 $1 不接受“$2”；可用：$3'],
  [/^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/, '命令 $1 最多 $2 个参数，收到 $3 个'],
  [/^too many arguments\. Expected (\d+) arguments? but got (\d+)\.$/, '最多 $1 个参数，收到 $2 个'],
];
const HINT = /\n?\(Did you mean (?:one of )?(.*)\?\)\s*$/;

/** One line, as faults of other kinds are told. */
export function complaintIn(language: Language, text: string): string {
  const hint = HINT.exec(text)?.[1];
  const said = text
    .replace(HINT, '')
    .replace(/^error: /, '')
    .trim();
  if (language === 'en') return `Error: ${said}${hint === undefined ? '' : `; did you mean ${hint}?`}\n`;
  const known = COMPLAINTS.find(([pattern]) => pattern.test(said));
  const told = known ? said.replace(known[0], known[1]) : said;
  return `错误：${told}${hint === undefined ? '' : `，是不是 ${hint.replace(/, /g, '、')}`}；用法见 jixiao --help\n`;
}

/** The program itself, before commands are added: they inherit all of it. */
export function localize(program: Command, language: Language): Command {
  return program
    .configureHelp(helpIn(language))
    .configureOutput({ outputError: (text, write) => write(complaintIn(language, text)) });
}
