import { type Command, Option } from 'commander';
import { collect, configOption, mappingOption, messageOptions, modelOption, type Say } from './command-options.js';

export function addBatch(program: Command, state: { exitCode: number }, say: Say): Command {
  const command = program
    .command('batch')
    .description(
      say(
        '成批检查、读取或归类许多文件，结果写入一个文件夹；中断后可以接着跑',
        'lint, review or classify many files into one folder of results; can be resumed',
      ),
    )
    .argument('[inputs...]', say('文件夹、加引号的通配符、清单或文件', 'folders, quoted patterns, manifests or files'))
    .addOption(
      new Option('--task <name>', say('做什么', 'what to do')).choices(['lint', 'review', 'classify']).default('lint'),
    )
    .option('-o, --output <folder>', say('结果文件夹，须是新的或空的', 'folder of results, new or empty'))
    .option('--dry-run', say('只列出计划', 'print the plan only'))
    .option('--resume', say('接着 -o 里没有跑完的一次', 'go on with the unfinished run in -o'))
    .option(
      '--retry-failed',
      say(
        '接着 -o 里的一次，跑完的也可以：超时等重试可能成功的再做一遍',
        'go on with the run in -o, also a finished one: do again what may succeed another time',
      ),
    )
    .option('--include <pattern>', say('只处理这样的文件，可重复', 'only such files, repeatable'), collect, [])
    .option('--exclude <pattern>', say('不处理这样的文件，可重复', 'no such files, repeatable'), collect, [])
    .option(
      '--since <time>',
      say('只处理此后改过的：2026-01-31、12h、7d', 'only files changed since: 2026-01-31, 12h, 7d'),
    )
    .option('--jobs <n>', say('线程数，默认为处理器核数', 'threads; as many as cores by default'))
    .option(
      '--queue <url>',
      say('交给共享队列（Redis）上的各台机器', 'have it done by the machines of a shared queue (Redis)'),
    )
    .option('--ahead <n>', say('队列上最多同时有多少项，默认 500', 'jobs on the queue at a time, 500 by default'))
    .option('--timeout <seconds>', say('每个文件的时限，0 为不限', 'for each file; 0 for none'), '300')
    .option('--memory <MB>', say('每个线程的内存上限', 'bound of memory for each thread'), '1024')
    .option('--fail-fast', say('有文件失败就停下', 'stop at the first failure'))
    .option('--annotated', say('lint：另写带批注的副本', 'lint: marked copies too'))
    .addOption(
      new Option('--log <form>', say('进度的写法', 'how progress is told')).choices(['text', 'json']).default('text'),
    );
  lintOptions(command, say);
  mappingOption(command, say);
  modelOption(command, say);
  configOption(command, say);
  messageOptions(command, say).action(async (inputs: string[], _: unknown, own: Command) => {
    const options = own.opts();
    const said = Object.keys(options).filter((name) => own.getOptionValueSource(name) === 'cli');
    state.exitCode = await (await import('./batch.js')).batchCommand(inputs, { ...options, said } as never);
  });
  return command;
}

function lintOptions(command: Command, say: Say): void {
  command
    .addOption(new Option('--preset <name>', say('lint：规则集', 'lint: preset')).choices(['recommended', 'strict']))
    .option('--profile <name|path>', say('lint：口径', 'lint: profile'))
    .option('--rule <id=level>', say('lint：调整一条规则，可重复', 'lint: set one rule, repeatable'), collect, [])
    .option('--max-warnings <n>', say('lint：警告超过此数时以 1 退出', 'lint: exit with 1 above so many warnings'))
    .option('--explain', say('结果中写明是怎样理解、判断的', 'say in the results what was understood'));
}
