/** Commands about models of findings: use, train, evaluate. */
import { type Command, Option } from 'commander';
import { CLASSIFIER_NAMES } from '../classify/classifier-names.js';
import { collect, common, configOption, messageOptions, modelOption, type Say } from './command-options.js';

export function addClassify(program: Command, say: Say): void {
  const command = program
    .command('classify')
    .description(say('给问题与建议归类，并标出性质', 'give findings their categories, tags and kind'))
    .argument(
      '[files...]',
      say(
        '.txt（一行一条）、.jsonl（取 text，其他字段保留）；- 为标准输入',
        '.txt (one a line), .jsonl (`text`; other fields are kept); - is standard input',
      ),
    )
    .option('--explain', say('列出起决定作用的字词', 'list the pieces of text that decided'));
  modelOption(command, say);
  configOption(command, say);
  common(command, ['stylish', 'json', 'jsonl', 'csv'], say).action(async (files: string[], options) => {
    await (await import('./classify.js')).classifyCommand(files, options);
  });
}

export function addTrain(program: Command, say: Say): void {
  const command = program
    .command('train')
    .description(
      say(
        '用标注好的文本训练自己的分类模型，或收入复核人员的更正后重新训练',
        'train a model of your own on labelled texts, or again with the corrections of a reviewer',
      ),
    )
    .argument(
      '[files...]',
      say(
        '标注文本 .jsonl（text、kind、labels）；也可用 classify、review 写出的 .csv .xlsx；不写时沿用该文件夹上次的语料，首次则用随程序提供的语料',
        'labelled texts: .jsonl (text, kind, labels), or the .csv and .xlsx of classify and review; none: those of the last training in the folder, or what ships',
      ),
    )
    .option('-o, --output <folder>', say('模型写入的文件夹', 'the folder that the model goes to'))
    .addOption(
      new Option('--model <name>', say('模型种类，默认 linear', 'kind of model; linear unless told')).choices(
        CLASSIFIER_NAMES,
      ),
    )
    .option(
      '--taxonomy <file>',
      say('自己的分类体系 .yaml，默认用内置分类', 'own categories and tags in .yaml; ours unless told'),
    )
    .option(
      '--cues <file>',
      say('提示词 <类别编码>.tsv，可重复', 'cue phrases <category>.tsv, repeatable'),
      collect,
      [],
    )
    .option('--seed <n>', say('随机种子；同样的数据和种子得到同样的模型', 'same data and seed, same model'))
    .option('--with-shipped', say('连同随程序提供的语料一起训练', 'learn from the corpus that ships as well'))
    .option(
      '--corrections <file>',
      say(
        '复核人员改过标注的 .jsonl .csv .xlsx：记入本地语料，再重新训练',
        'a .jsonl, .csv or .xlsx whose labels a reviewer has edited: kept in the local corpus and learnt from',
      ),
    );
  configOption(command, say);
  messageOptions(command, say).action(async (files: string[], options) => {
    await (await import('./train.js')).trainCommand(files, options);
  });
}

export function addEvaluate(program: Command, say: Say): void {
  const command = program
    .command('evaluate')
    .description(
      say(
        '用标注好的文本评测模型：正确率、各类别精确率与召回率、校准、混淆矩阵',
        'measure models on labelled texts: accuracy, precision and recall of every label, calibration, confusion',
      ),
    )
    .argument('[files...]', say('标注文本，格式同 train', 'labelled texts as for train'))
    .option(
      '--compare <a,b>',
      say('比较几个模型（名称或文件夹，用逗号隔开）', 'several models side by side, parted by commas'),
    )
    .option(
      '--leave-one-part-out',
      say(
        '逐份留出：每份（part）由只学过其余各份的模型来判',
        'judge each part by a model trained on the other parts only',
      ),
    )
    .option('--curve', say('学习曲线：用越来越多的文本训练', 'learning curve: train on more and more texts'))
    .option('--seed <n>', say('随机种子', 'seed'))
    .option(
      '--cues <file>',
      say('重新训练时用的提示词 <类别编码>.tsv，可重复', 'cue phrases <category>.tsv to train with, repeatable'),
      collect,
      [],
    )
    .option(
      '--taxonomy <file>',
      say('文本所用的分类体系，默认与模型相同', "categories of the texts; the model's unless told"),
    );
  modelOption(command, say);
  configOption(command, say);
  common(command, ['stylish', 'json', 'html'], say).action(async (files: string[], options) => {
    await (await import('./evaluate.js')).evaluateCommand(files, options);
  });
}
