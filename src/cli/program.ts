/** Commands and options. Each command's own code is loaded when it is called. */
import { Command, Option } from 'commander';
import { packageVersion } from '../platform/version.js';

/** Where a command leaves the exit code. */
export interface RunState {
  exitCode: number;
}

const LINT_FORMATS = ['stylish', 'json', 'xlsx'];
const REVIEW_FORMATS = ['stylish', 'json', 'jsonl', 'xlsx'];

export function createProgram(state: RunState): Command {
  const program = new Command('jixiao')
    .description(
      '预算绩效：检查绩效指标，读取存在问题与工作建议 (checks performance indicators, reads evaluation findings)',
    )
    .version(packageVersion(), '--version', '显示版本 (print the version)')
    .helpOption('--help', '显示帮助 (print help)')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '错误 (error)：')) });
  addLint(program, state);
  addReview(program, state);
  addSegment(program);
  addRules(program);
  return program;
}

function common(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('--format <name>', '输出格式 (output format)').choices(formats).default(formats[0]))
    .option(
      '-o, --output <path>',
      '写入文件；多个工作簿时为文件夹 (write to a file, or a folder for several workbooks)',
    )
    .addOption(new Option('--lang <lang>', '消息语言 (language of messages)').choices(['zh', 'en']))
    .option('--quiet', '不输出进度和提示 (no notices on stderr)')
    .option('--no-color', '不用颜色 (no colours)')
    .option(
      '--verbose',
      '出错时显示调用栈；与 --fix 一起列出每处改动 (show a stack on faults; with --fix, every change)',
    )
    .helpOption('--help', '显示帮助 (print help)');
}

function addLint(program: Command, state: RunState): void {
  const command = program
    .command('lint')
    .description('检查绩效目标申报表、自评表中的指标 (check draft indicators)')
    .argument('[files...]', '.xlsx .csv .tsv .txt .json .jsonl；- 为标准输入的 JSON (- is JSON on stdin)')
    .addOption(
      new Option('--preset <name>', '规则集；strict 不作宽限 (preset; strict makes no allowances)').choices([
        'recommended',
        'strict',
      ]),
    )
    .option('--profile <name|path>', '口径：名称，或自己的口径文件 (profile, or the file of an own one)')
    .option('--rule <id=level>', '调整一条规则：off|info|warning|error，可重复 (set one rule, repeatable)', collect, [])
    .option('--max-warnings <n>', '警告超过此数时以 1 退出 (exit 1 above so many warnings)')
    .option('--config <path>', '配置文件，默认找 jixiao.config.yaml (configuration file)')
    .option('--baseline <file>', '只看新问题：此文件记录已知问题 (show only what this file does not know)')
    .option('--update-baseline', '把现有问题记入基线文件 (write the diagnostics found to the baseline)')
    .option('--fix', '把能自动修改的改好，写入 -o 指定的副本 (write a corrected copy to -o)')
    .option('--explain', '在每个问题下说明指标是怎样理解的 (show what was understood under each diagnostic)')
    .option('--show-reading', '先列出表格读出的内容 (print the table as it was read, before judging it)');
  common(command, LINT_FORMATS).action(async (files: string[], options) => {
    state.exitCode = await (await import('./lint.js')).lintCommand(files, options);
  });
}

function addReview(program: Command, state: RunState): void {
  const command = program
    .command('review')
    .description('从评价表、评价报告中找出问题与建议，拆分、归类、配对 (find, split, classify and pair findings)')
    .argument('[files...]', '.xlsx .csv .tsv .txt')
    .option('--top <n>', '汇总中关键词的个数，0 为不要 (keywords in the summary; 0 for none)', '20');
  wordOptions(command);
  common(command, REVIEW_FORMATS).action(async (files: string[], options) => {
    state.exitCode = await (await import('./review.js')).reviewCommand(files, options);
  });
}

function addSegment(program: Command): void {
  const command = program
    .command('segment')
    .description('分词，或把一段文字拆成问题与建议 (words, or findings of a passage)')
    .argument('[files...]', '.txt（逐行）、.jsonl（取 text）或 .xlsx .csv；- 为标准输入 (- is stdin)')
    .option('--words', '分词（默认） (words, the default)')
    .option('--findings', '拆分问题与建议 (split findings)')
    .option('--keywords', '每份文件的关键词 (keywords of each file, by TF-IDF)')
    .option('--top <n>', '关键词个数 (how many keywords)', '20')
    .addOption(new Option('--engine <name>', '分词引擎，默认 jieba-rs (engine)').choices(['jieba-rs', 'nodejieba']));
  wordOptions(command);
  common(command, ['text', 'jsonl']).action(async (files: string[], options) => {
    await (await import('./segment.js')).segmentCommand(files, options);
  });
}

function addRules(program: Command): void {
  const command = program
    .command('rules')
    .description('列出规则，或说明一条规则 (list the rules, or explain one)')
    .argument('[id]', '规则编号，如 name/slogan (rule id)')
    .addOption(
      new Option('--preset <name>', '规则集 (preset)').choices(['recommended', 'strict']).default('recommended'),
    )
    .option(
      '--import-common <workbook>',
      '读取共性指标库，写成口径文件 -o <profile.yaml> (make a profile of a list of common indicators)',
    );
  common(command, ['stylish', 'json']).action(async (id: string | undefined, options) => {
    await (await import('./rules.js')).rulesCommand(id, options);
  });
}

function wordOptions(command: Command): void {
  command
    .option('--lexicon <file>', '自己的词典，每行一个词，可重复 (own terms, one a line, repeatable)', collect, [])
    .option('--config <path>', '配置文件，默认找 jixiao.config.yaml (configuration file)');
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}
