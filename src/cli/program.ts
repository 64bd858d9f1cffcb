/** Commands and options. Each command's own code is loaded when it is called. */
import { Command, Option } from 'commander';
import { packageVersion } from '../platform/version.js';
import {
  collect,
  common,
  configOption,
  mappingOption,
  messageOptions,
  modelOption,
  type Say,
  wordOptions,
} from './command-options.js';
import { type Language, localize } from './help.js';
import { addBatch } from './batch-options.js';
import { addBatchStatus, addWorker } from './queue-options.js';
import { addClassify, addEvaluate, addTrain } from './model-commands.js';

/** Where a command leaves the exit code. */
export interface RunState {
  exitCode: number;
}

const LINT_FORMATS = ['stylish', 'json', 'html', 'md', 'xlsx', 'docx', 'csv', 'sarif', 'junit'];
const REVIEW_FORMATS = ['stylish', 'json', 'jsonl', 'html', 'md', 'xlsx', 'docx', 'csv'];

export function createProgram(state: RunState, language: Language): Command {
  const say: Say = (zh, en) => (language === 'zh' ? zh : en);
  const program = localize(new Command('jixiao'), language)
    .description(
      say(
        '预算绩效：检查绩效指标，读取存在问题与工作建议',
        'Budget performance: checks performance indicators, reads findings of evaluations',
      ),
    )
    .version(packageVersion(), '--version', say('显示版本', 'print the version'))
    .helpOption('--help', say('显示帮助', 'print help'))
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride();
  addLint(program, state, say);
  addReview(program, state, say);
  addSegment(program, say);
  addClassify(program, say);
  addBatchStatus(addBatch(program, state, say), say);
  addWorker(program, say);
  addTrain(program, say);
  addEvaluate(program, say);
  addRules(program, say);
  addInit(program, say);
  return program;
}

/** What can be read, by name; the content decides. */
const DOCUMENTS = '.xlsx .xls .et .ods .csv .tsv .docx .doc .pdf .html .md .txt .json .jsonl .zip';

function addLint(program: Command, state: RunState, say: Say): void {
  const command = program
    .command('lint')
    .description(say('检查绩效目标申报表、自评表中的指标', 'check the indicators of drafts and self-evaluations'))
    .argument('[files...]', say(`${DOCUMENTS}；- 为标准输入的 JSON`, `${DOCUMENTS}; - is JSON on standard input`))
    .addOption(
      new Option('--preset <name>', say('规则集；strict 不作宽限', 'preset; strict makes no allowances')).choices([
        'recommended',
        'strict',
      ]),
    )
    .option('--profile <name|path>', say('口径：名称，或自己的口径文件', 'profile, or the file of an own one'))
    .option(
      '--rule <id=level>',
      say('调整一条规则：off|info|warning|error，可重复', 'set one rule: off|info|warning|error, repeatable'),
      collect,
      [],
    )
    .option('--max-warnings <n>', say('警告超过此数时以 1 退出', 'exit with 1 above so many warnings'))
    .option('--baseline <file>', say('只看新问题：此文件记录已知问题', 'show only what this file does not know'))
    .option('--update-baseline', say('把现有问题记入基线文件', 'write the diagnostics found to the baseline'))
    .option('--fix', say('把能自动修改的改好，写入 -o 指定的副本', 'write a corrected copy to -o'))
    .option('--explain', say('在每个问题下说明指标是怎样理解的', 'show what was understood under each diagnostic'))
    .option('--show-reading', say('先列出表格读出的内容', 'print the table as it was read, before judging it'))
    .addOption(
      new Option(
        '--layout <name>',
        say('写什么：report 检查结果，flat 可导入系统的指标行', 'report, or flat: rows for import into other systems'),
      )
        .choices(['report', 'flat'])
        .default('report'),
    );
  mappingOption(command, say);
  configOption(command, say);
  common(command, LINT_FORMATS, say).action(async (files: string[], options) => {
    state.exitCode = await (await import('./lint.js')).lintCommand(files, options);
  });
}

function addReview(program: Command, state: RunState, say: Say): void {
  const command = program
    .command('review')
    .description(
      say(
        '从评价表、评价报告中找出问题与建议，拆分、归类、配对',
        'find, split, classify and pair the findings of evaluations',
      ),
    )
    .argument('[files...]', DOCUMENTS)
    .option('--top <n>', say('汇总中关键词的个数，0 为不要', 'keywords in the summary; 0 for none'), '20')
    .addOption(
      new Option(
        '--layout <name>',
        say('写什么：list 清单，work-paper 工作底稿', 'list, or work-paper: facts, sums, basis, evidence'),
      )
        .choices(['list', 'work-paper'])
        .default('list'),
    );
  mappingOption(command, say);
  modelOption(command, say);
  wordOptions(command, say);
  common(command, REVIEW_FORMATS, say).action(async (files: string[], options) => {
    state.exitCode = await (await import('./review.js')).reviewCommand(files, options);
  });
}

function addSegment(program: Command, say: Say): void {
  const command = program
    .command('segment')
    .description(say('分词，或把一段文字拆成问题与建议', 'words, or the findings of a passage'))
    .argument(
      '[files...]',
      say(
        '.txt（逐行）、.jsonl（取 text）或 .xlsx .csv；- 为标准输入',
        '.txt (by line), .jsonl (field text) or .xlsx .csv; - is standard input',
      ),
    )
    .option('--words', say('分词（默认）', 'words, the default'))
    .option('--findings', say('拆分问题与建议', 'split findings'))
    .option('--keywords', say('每份文件的关键词', 'the keywords of each file, by TF-IDF'))
    .option('--top <n>', say('关键词个数', 'how many keywords'), '20')
    .addOption(
      new Option('--engine <name>', say('分词引擎，默认 jieba-rs', 'engine; jieba-rs unless told')).choices([
        'jieba-rs',
        'nodejieba',
      ]),
    );
  wordOptions(command, say);
  common(command, ['text', 'jsonl'], say).action(async (files: string[], options) => {
    await (await import('./segment.js')).segmentCommand(files, options);
  });
}

function addRules(program: Command, say: Say): void {
  const command = program
    .command('rules')
    .description(say('列出规则，或说明一条规则', 'list the rules, or explain one'))
    .argument(
      '[id]',
      say('规则编号（如 name/slogan）或一组规则（如 value）', 'a rule (name/slogan) or a group of rules (value)'),
    )
    .addOption(
      new Option('--preset <name>', say('规则集', 'preset')).choices(['recommended', 'strict']).default('recommended'),
    )
    .option(
      '--import-common <workbook>',
      say(
        '读取共性指标库，写成口径文件 -o <文件.yaml>',
        'make a profile -o <file.yaml> of a list of common indicators',
      ),
    )
    .option(
      '--force',
      say('与 --import-common 一起：允许覆盖已有的口径文件', 'with --import-common: overwrite an existing profile'),
    );
  common(command, ['stylish', 'json'], say).action(async (id: string | undefined, options) => {
    await (await import('./rules.js')).rulesCommand(id, options);
  });
}

function addInit(program: Command, say: Say): void {
  const command = program
    .command('init')
    .description(
      say(
        '写一份配置文件和一份申报表模板；--from 为读不懂的版式提出列对应',
        'write a configuration file and a form to fill in; --from proposes a mapping for an unknown layout',
      ),
    )
    .argument('[folder]', say('写到哪个文件夹，默认当前文件夹', 'where to; the working folder by default'))
    .option('--from <file>', say('根据这个文件写列对应文件（YAML）', 'make a mapping of columns (YAML) from this file'))
    .option('-o, --output <file>', say('列对应文件的名称（.yaml）', 'name of the mapping file (.yaml)'));
  messageOptions(command, say).action(async (folder: string | undefined, options) => {
    await (await import('./init.js')).initCommand(folder, options);
  });
}
