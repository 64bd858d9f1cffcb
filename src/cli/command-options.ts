/** Options that several commands take. */
import { type Command, Option } from 'commander';
import { formatByName } from '../report/formats.js';

/** Picks the sentence in the user's language. */
export type Say = (zh: string, en: string) => string;

/** Without `--format` the name that `-o` gives decides, where it ends like one of the formats. */
export function common(command: Command, formats: readonly string[], say: Say): Command {
  command.hook('preAction', (own) => {
    const { output, fix } = own.opts<{ output?: string; fix?: boolean }>();
    // With --fix, -o names the corrected copy of the input.
    if (output === undefined || fix || own.getOptionValueSource('format') !== 'default') return;
    const format = formatByName(output, formats);
    if (format !== undefined) own.setOptionValueWithSource('format', format, 'implied');
  });
  command
    .addOption(
      new Option('--format <name>', say('输出格式；不写时看 -o 的扩展名', 'output format; else as -o ends'))
        .choices(formats)
        .default(formats[0]),
    )
    .option(
      '-o, --output <path>',
      say('写入文件；多个工作簿时为文件夹', 'write to a file, or to a folder for several workbooks'),
    );
  return messageOptions(command, say);
}

/** Those that do not depend on what a command writes. */
export function messageOptions(command: Command, say: Say): Command {
  return command
    .addOption(new Option('--lang <lang>', say('消息语言', 'language of messages')).choices(['zh', 'en']))
    .option('--quiet', say('不输出进度和提示', 'no notices on standard error'))
    .option('--no-color', say('不用颜色', 'no colours'))
    .option(
      '--verbose',
      say('出错时显示调用栈；与 --fix 一起列出每处改动', 'show a stack on faults; with --fix, list every change'),
    )
    .helpOption('--help', say('显示帮助', 'print help'));
}

export function wordOptions(command: Command, say: Say): void {
  command.option(
    '--lexicon <file>',
    say('自己的词典，每行一个词，可重复', 'own terms, one a line, repeatable'),
    collect,
    [],
  );
  configOption(command, say);
}

export function configOption(command: Command, say: Say): void {
  command.option(
    '--config <path>',
    say('配置文件，默认找 jixiao.config.yaml', 'configuration file; jixiao.config.yaml by default'),
  );
}

export function modelOption(command: Command, say: Say): void {
  command.option(
    '--model <name|path>',
    say(
      '模型：ensemble（默认）、linear、neural、bayes，或自己训练的模型所在文件夹',
      'ensemble (default), linear, neural, bayes, or the folder of a model of your own',
    ),
  );
}

export function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

export function mappingOption(command: Command, say: Say): void {
  command.option(
    '--mapping <file>',
    say('列对应文件：说明各列是什么，见 jixiao init --from', 'what the columns are, see jixiao init --from'),
  );
}
