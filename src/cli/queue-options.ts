import { type Command, Option } from 'commander';
import { messageOptions, type Say } from './command-options.js';

export function addWorker(program: Command, say: Say): void {
  const command = program
    .command('worker')
    .description(
      say('从共享队列取任务处理，见 jixiao batch --queue', 'do the jobs of a shared queue, see jixiao batch --queue'),
    )
    .addOption(queueOption(say))
    .option(
      '--root <place>',
      say('文件在哪里：文件夹，或网址前缀', 'where files are: a folder, or the prefix of a URL'),
      '.',
    )
    .option(
      '--settings <folder>',
      say(
        '配置、口径、列对应文件在哪里，默认同 --root',
        'where configuration, profile and mapping are; --root by default',
      ),
    )
    .option('--concurrency <n>', say('线程数，默认为处理器核数', 'threads; as many as cores by default'))
    .option(
      '--metrics <address>',
      say('在此端口提供 /metrics、/healthz：9464 或 0.0.0.0:9464', '/metrics and /healthz at 9464, or 0.0.0.0:9464'),
    )
    .addOption(
      new Option('--log <form>', say('日志的写法', 'how it is told')).choices(['text', 'json']).default('text'),
    );
  messageOptions(command, say).action(async (options) => {
    await (await import('./worker.js')).workerCommand(options);
  });
}

export function addBatchStatus(batch: Command, say: Say): void {
  const command = batch
    .command('status')
    .description(say('列出共享队列上的批处理和工作进程', 'runs and workers of a shared queue'))
    .addOption(queueOption(say))
    .option('--run <id>', say('只看这一次', 'this run only'))
    .addOption(
      new Option('--format <name>', say('输出格式', 'output format')).choices(['stylish', 'json']).default('stylish'),
    );
  // Options that `batch` has too are taken by it.
  messageOptions(command, say).action(async (_: unknown, own: Command) => {
    await (await import('./batch-status.js')).batchStatusCommand(own.optsWithGlobals() as never);
  });
}

function queueOption(say: Say): Option {
  return new Option(
    '--queue <url>',
    say(
      'Redis 的地址；密码可放在环境变量 JIXIAO_QUEUE_PASSWORD',
      'a Redis; its password may be in JIXIAO_QUEUE_PASSWORD',
    ),
  );
}
