/** Error codes → one clear sentence: which file, where, what is wrong, what to do. */
import type { JixiaoError } from '../errors.js';
import { BATCH_EN, BATCH_ZH } from './batch-errors.js';
import { QUEUE_EN, QUEUE_ZH } from './queue-errors.js';
import { plain } from './width.js';

/** `{slot}` is filled from the error's data; a part in `[[ ]]` stands only where its slots have a value. */
const ZH: Readonly<Record<string, string>> = {
  ...BATCH_ZH,
  ...QUEUE_ZH,
  'file-not-found': '找不到文件；请检查路径和文件名',
  'is-directory': '这是一个文件夹；请指定其中的文件',
  unreadable: '文件无法读取（{reason}）；请检查权限或是否被其他程序占用',
  'empty-file': '文件是空的；请换成填好的文件',
  'empty-workbook': '工作簿里没有任何内容；请换成填好的文件',
  'not-a-workbook': '不是有效的 .xlsx 工作簿（扩展名与内容不符或文件已损坏）；请用 Excel 或 WPS 另存为 .xlsx',
  'encrypted-workbook': '工作簿设有打开密码；请在 Excel 或 WPS 中去掉密码后另存',
  'no-documents': '压缩包里没有可以读取的文件；可读取 {readable}',
  'not-a-document': '文件里没有可以读取的表格或文字（扩展名与内容不符，或文件已损坏）；请用 Office 或 WPS 打开后另存',
  'encrypted-document': '文件设有打开密码；请去掉密码后另存',
  'scanned-pdf': 'PDF 里只有图片，没有文字（多为扫描件）；请换成由 Word、Excel 直接导出的文件，或先做文字识别',
  'pdf-fonts': 'PDF 的字体没有文字对照表，只能读出乱码；请换成由 Word、Excel 直接导出的文件，或先做文字识别',
  'document-too-long': '文件太长，读到第 {pages} 页为止就超出上限；请拆分后再试',
  'pdf-too-slow': '这个 PDF 在第 {page} 页处理时间过长，多为文件损坏；请用 PDF 软件另存后再试，或换成 Word、Excel 文件',
  'pdf-too-heavy': '这个 PDF 处理到第 {page} 页时占用内存过多，不像正常文件；请拆分或用 PDF 软件另存后再试',
  'text-too-long': '正文超过 {lines} 段或 {characters} 字，不像一份报告；请按报告拆成多个文件，用 jixiao batch 处理',
  'empty-document': '文件里没有任何文字；请换成填好的文件',
  damaged: '工作簿已损坏，无法打开；请用 Excel 或 WPS 修复后另存',
  'damaged-document': '文件已损坏或不完整，无法打开；请用 Office 或 WPS 修复后另存，或重新取得文件',
  'archive-too-large': '解压后过大，可能不是正常文件；请拆分后再试',
  'file-too-large': '文件超过 256 MB，不像表格或报告；请拆分后再试',
  'unsupported-format': '暂不支持 {format} 格式；可读取 {readable}，请另存后再试',
  'unknown-encoding': '不是文本文件，或文字编码不是 UTF-8、GB18030、UTF-16；请另存为 UTF-8',
  'bad-csv': 'CSV 格式有误（{reason}）；请检查这一行的引号和分隔符',
  'bad-json': 'JSON 格式有误（{reason}）；请修正后再试',
  'bad-draft-root': '最外层的内容不符合绩效目标的数据格式（{reason}）；格式见 docs/data.md',
  'bad-draft': '字段 {path} 不符合绩效目标的数据格式（{reason}）；格式见 docs/data.md',
  'no-table':
    '没有找到绩效指标表[[（看过的工作表：{sheets}）]]；表头需要有“三级指标”或“指标名称”，以及“指标值”“一级指标”等列；别的版式先用 jixiao init --from <文件> 生成列对应文件；评价报告里的问题和建议用 jixiao review',
  'table-unclear': '第 {page} 页的绩效指标表没有框线，各列分不清，没有检查；请用 Word、Excel 原文件，或带框线的 PDF',
  'blank-form': '有绩效指标表的表头，下面还没有填指标；请填好后再检查',
  'no-name-column': '没有找到指标名称一列[[（看过的工作表：{sheets}）]]；表头需要有“共性指标”“指标名称”或“三级指标”',
  'no-names': '“{heading}”下面没有指标名称；请检查这一列的内容',
  'import-output-needed': '请用 -o <文件.yaml> 指定口径文件写到哪里',
  'profile-extension': '口径文件的名称要以 .yaml 结尾',
  'profile-exists': '已有这个文件，没有覆盖；请换一个文件名，或加 --force 覆盖（手工加的内容会丢失）',
  'no-common-list':
    '“{heading}”所在的表是绩效目标表（有{columns}），不是共性指标库，没有导入；确是共性指标的，把表头改为“共性指标”，或加一列“性质”写明共性',
  'no-findings-source':
    '没有找到“存在问题”“工作建议”一类的栏目或章节；请检查表头或标题，没有标题的段落用 jixiao segment --findings；绩效指标表用 jixiao lint',
  'no-findings-in-json':
    'review 读取评价表和报告，不读 JSON；带 text 字段的 JSONL 请用 jixiao segment --findings（拆分）或 jixiao classify（归类）',
  'exclusive-options': '{options} 一次只能用一个；请分开运行',
  'lexicon-not-found': '找不到词典文件；请检查 --lexicon 或配置文件 words.lexicon 的路径',
  'no-input': '没有指定文件；用法：jixiao --help',
  'unknown-rule': '没有规则“{rule}”[[，是不是“{nearest}”]]；全部规则见 jixiao rules',
  'unknown-base-profile': '口径“{profile}”以“{base}”为基础，但没有这个口径[[，是不是“{nearest}”]]；可用：{known}',
  'circular-profile': '口径“{profile}”的 extends 绕了回来（{path}）；请改掉其中一个',
  'incomplete-profile': '口径“{profile}”缺少或写错了 {path}（{reason}）；没有写的内容可以用 extends 从别的口径取得',
  'unknown-profile': '没有口径“{profile}”[[，是不是“{nearest}”]]；可用：{known}，或口径文件的路径（.yaml）',
  'profile-name-taken': '口径名“{profile}”已被另一个口径使用（随程序提供的，或本次运行的另一个口径文件）；请改 name',
  'profile-not-found': '找不到口径文件 {profile}；相对路径从写它的配置文件所在文件夹（命令行上从当前文件夹）算起',
  'update-without-baseline': '--update-baseline 要与 --baseline <文件> 一起用',
  'baseline-missing': '没有这个基线文件；首次请加 --update-baseline，把现有问题记下来',
  'bad-baseline': '不是 jixiao 的基线文件，或已损坏；请换一个文件名，或删去后加 --update-baseline 重建',
  'fix-format': '--fix 写的是改好的副本，不能同时用 --format {format} 写批注；请分两次运行',
  'not-word': '不是 Word 文档（.docx），不能写成带批注的 .docx；表格请用 --format xlsx，其他文件请用 --format html',
  'fix-output-needed': '--fix 不改原文件，要写入副本；请加 -o <文件>（多个文件时为一个已有的文件夹）',
  'fix-unsupported':
    '--fix 不能改 {extension} 文件；可以改 .xlsx、.csv、.tsv、.txt、.json、.jsonl，请另存后再试，或用 --format docx 写批注',
  'output-no-text': '{format} 格式是文本，不能写成 {extension} 文件；请换文件名，或用 --format xlsx、docx、html 等',
  'fix-extension': '副本与原文件格式相同；请让 -o 的文件名以 {extension} 结尾',
  'bad-rule-setting': '--rule 的写法是 <规则>=off|info|warn|error，收到“{setting}”',
  'bad-rule-options': '规则 {rule} 的选项[[ {path} ]]不对（{reason}）',
  'bad-choice': '{option} 不接受“{value}”；可用：{known}',
  'bad-number': '{option} 需要一个不小于 0 的整数，收到“{value}”',
  'config-not-found': '找不到配置文件；请检查 --config 的路径',
  'bad-yaml': 'YAML 格式有误（{reason}）',
  'bad-data': '[[{path} ]]不对（{reason}）[[，是不是“{nearest}”]]',
  'mapping-not-found': '找不到列对应文件；请检查 --mapping 的路径',
  'mapping-no-sheet': '列对应文件里的工作表“{sheet}”不在这个文件中；有：{known}',
  'mapping-no-column': '没有找到列对应文件里的列“{column}”；请写列号（如 C）或表头的原文，写列号时要有 header',
  'mapping-no-row': '列对应文件里的 header 是第 {row} 行，表里没有这一行',
  'init-exists': '已有这个文件，没有覆盖，也没有写其他文件；请换一个文件夹，或先移走它',
  'init-no-table': '没有找到像表格的内容，无法提出列对应',
  'mapping-extension': '列对应文件的名称要以 .yaml 结尾',
  'output-needed': '{format} 格式要写入文件；请加 -o <文件>',
  'layout-format': '--layout {layout} 写的是表格，不能用 {format} 格式；请用 --format csv 或 xlsx',
  'output-folder-needed': '多个文件以 {format} 格式输出时，-o 应是一个已有的文件夹',
  'output-is-input': '输出不能覆盖原文件；请换一个 -o 文件名',
  'same-output': '两个输入文件会写成同一个文件；请分开输出',
  'output-is-folder': '是文件夹；要写标记过的副本，加 --format xlsx（或 docx），要写报告，写明文件名',
  'output-folder-missing': '没有文件夹“{folder}”；请先建好，或换一个位置',
  'output-unwritable': '无法写入（{reason}）；请检查文件夹是否存在、是否有权限',
  'engine-not-installed': '分词引擎 {engine} 没有安装好；请换一个引擎（--engine），或安装编译工具后重新 npm install',
  'tensorflow-not-installed':
    'neural 模型要用 TensorFlow.js 运行，这台机器上没有装好；请 npm install @tensorflow/tfjs-core @tensorflow/tfjs-layers @tensorflow/tfjs-backend-wasm，或改用 --model ensemble（同样的网络，不需要 TensorFlow）',
  'no-such-sheet': '工作簿里没有这个工作表',
  'bad-cell-reference': '不是单元格地址；写法如 D12',
  'no-sheets': '没有要写入的工作表',
  'unknown-message': '规则 {rule} 报告了没有定义的消息 {message}，这是程序的问题；请反馈',
  'unknown-model': '没有模型“{name}”；可用：{known}，或自己训练的模型所在文件夹（其中有 model.json）',
  'bad-card': '模型的 card.json 无法读取；请重新训练，或从训练时的文件夹重新复制',
  'train-output-needed': '请用 -o <文件夹> 指定模型写到哪里',
  'folder-is-file': '这是一个文件；-o 要写文件夹',
  'no-training-files': '没有可用的训练语料；请列出标注好的文件（.jsonl）',
  'shipped-taxonomy': '随程序提供的语料只用内置分类标注，不能与 --taxonomy 一起使用；请去掉其中一个',
  'corpus-moved': '上次训练用的语料不在了；请在命令中列出语料文件，或放回原处',
  'corrections-are-corpus': '更正文件就是本地语料本身；请指定复核人员改过的另一个文件',
  'labelled-stdin': '训练和评测要读文件，不接受标准输入（-）',
  'labelled-format': '标注文本的格式应为 {readable}',
  'no-labelled': '文件里没有标注文本',
  'bad-labelled':
    '字段[[ {path}]] 不对（{reason}）；每行写法：{"text": 文本, "kind": 问题或建议, "labels": [{"category": 类别, "tags": [标签]}]}',
  'no-label': '缺少 labels（没有类别写 []）',
  'no-kind': '有类别但缺少 kind；请写 problem（问题）或 suggestion（建议）',
  'unknown-kind': '性质“{name}”不认识；可写：{known}',
  'kind-without-label': '性质是“都不是”，却有类别“{category}”；请清空类别，或把性质改为问题、建议',
  'unknown-category': '没有类别“{name}”[[，是不是“{nearest}”]]；类别写编码或名称都可以',
  'unknown-tag': '没有标签“{name}”[[，是不是“{nearest}”]]；标签写编码或名称都可以',
  'foreign-tag': '标签“{name}”属于类别 {owner}，不属于 {category}；请改类别或标签',
  'no-label-columns': '没有找到标注所在的列；表头要有文本列（{text}）、性质列（{kind}）和类别列（{category}）',
  'one-part': '语料只有一份（part），无法逐份留出；请在每行写 part，或分成几个文件',
  'compare-several': '--compare 要写至少两个模型，用逗号隔开，如 linear,bayes',
  'no-examples': '没有可以训练的文本',
  'no-text': '没有 text 字段，或其中不是文字[[（有的字段：{fields}）]]；把要归类的文字放在 text 字段中',
  'classify-table': '归类读的是文本行或 JSONL；表格和报告请用 jixiao review，它会先找出问题与建议再归类',
  'line-too-long': '这一行过长，不像是文本；请检查文件',
  'bad-cue': '提示词文件这一行不对（{problem}）',
  'bad-model': '模型文件无法使用；请重新安装或重新训练',
  'model-version': '模型文件与程序版本不符；请重新训练',
  'bad-lexicon-line': '词典这一行不对（“{content}”）；格式：词<TAB>频次<TAB>词性',
  'rule-without-data': '规则 {rule} 没有对应的数据文件',
  'rule-without-code': '规则 {rule} 没有对应的程序',
  'bad-rule-data': '规则 {rule} 的数据[[ {path} ]]不对（{reason}）',
  'rule-id-path': '规则编号 {rule} 与文件路径不一致',
  'rule-file-missing': '规则数据文件缺失；请重新安装',
  'rule-crashed':
    '规则 {rule} 检查“{project}”[[的第 {indicator} 条指标]]时出错，这条规则的结果不全，其余照常检查；这是程序的问题，请加 --verbose 重试并反馈',
};

const EN: Readonly<Record<string, string>> = {
  ...BATCH_EN,
  ...QUEUE_EN,
  'file-not-found': 'no such file; check the path',
  'is-directory': 'this is a folder; name the files in it',
  unreadable: 'cannot be read ({reason}); check permissions and whether another program holds it',
  'no-documents': 'there is no file in the archive that can be read; readable are {readable}',
  'empty-file': 'the file is empty; use one that is filled in',
  'empty-workbook': 'the workbook holds nothing; use one that is filled in',
  'not-a-workbook': 'no valid .xlsx workbook (wrong extension or damaged); save it as .xlsx in Excel or WPS',
  'encrypted-workbook': 'the workbook has an opening password; remove it in Excel or WPS and save again',
  damaged: 'the workbook is damaged; repair it in Excel or WPS and save again',
  'damaged-document': 'the file is damaged or not whole; repair it in Office or WPS and save again, or fetch it anew',
  'archive-too-large': 'far too large when unpacked; split it',
  'file-too-large': 'larger than 256 MB, no table or report; split it',
  'not-a-document':
    'no table or text in it that can be read (wrong extension or damaged); open it in Office or WPS and save again',
  'encrypted-document': 'the file has an opening password; remove it and save again',
  'scanned-pdf':
    'the PDF holds pictures only and no text, as scans do; take the file it was made from, or recognise the text first',
  'pdf-fonts':
    'the fonts of the PDF do not say what their signs mean; take the file it was made from, or recognise the text first',
  'document-too-long': 'too long, the limit was reached by page {pages}; split it',
  'pdf-too-slow':
    'page {page} of the PDF takes too long, which damage mostly causes; save it anew in a PDF program, or take a Word or Excel file',
  'pdf-too-heavy': 'page {page} of the PDF needs too much memory; split it, or save it anew in a PDF program',
  'text-too-long':
    'more than {lines} paragraphs or {characters} characters of text, no report; split it by report and use jixiao batch',
  'empty-document': 'there is no text in the file; take the one that was filled in',
  'unsupported-format': '{format} is not supported; readable are {readable}',
  'unknown-encoding': 'no text file, or its encoding is none of UTF-8, GB18030, UTF-16; save it as UTF-8',
  'bad-csv': 'faulty CSV ({reason}); check quotes and delimiters of this line',
  'bad-json': 'faulty JSON ({reason})',
  'bad-draft-root': 'the outermost value does not fit the draft format ({reason}); see docs/data.md',
  'bad-draft': 'field {path} does not fit the draft format ({reason}); see docs/data.md',
  'no-table':
    'no table of indicators found[[ (sheets: {sheets})]]; a header needs 三级指标 or 指标名称 and 指标值, 一级指标 or the like; for another layout: jixiao init --from <file>; for problems and suggestions of a report: jixiao review',
  'table-unclear':
    'the table of indicators on page {page} has no lines and its columns could not be told apart; take the original file, or a PDF with lines',
  'blank-form': 'the header of a table of indicators stands there with no indicator under it; fill it in first',
  'no-name-column':
    'no column of indicator names found[[ (sheets: {sheets})]]; a header needs 共性指标, 指标名称 or 三级指标',
  'no-names': 'there are no names under “{heading}”; check this column',
  'import-output-needed': 'say with -o <file.yaml> where the profile is to go',
  'profile-extension': 'the name of a profile ends with .yaml',
  'profile-exists':
    'this file exists and was not overwritten; choose another name, or add --force (what was added by hand is lost)',
  'no-common-list':
    'the table of “{heading}” is a form of targets (it has {columns}) and no list of common indicators; nothing was imported. If it is one, head the column 共性指标, or add a column 性质 that says 共性',
  'no-findings-source':
    'no column or section of problems or suggestions found; check headers and headings; for a passage without any: jixiao segment --findings; for a table of indicators: jixiao lint',
  'no-findings-in-json':
    'review reads evaluation tables and reports, no JSON; for JSONL with a field text: jixiao segment --findings, or jixiao classify',
  'exclusive-options': 'only one of {options} at a time; run them one after the other',
  'lexicon-not-found': 'no such lexicon; check the path of --lexicon, or of words.lexicon in the configuration',
  'no-input': 'no file given; see jixiao --help',
  'unknown-rule': 'no rule “{rule}”[[; did you mean “{nearest}”?]]; all rules: jixiao rules',
  'unknown-base-profile':
    'profile “{profile}” extends “{base}”, which does not exist[[; did you mean “{nearest}”?]]; known: {known}',
  'circular-profile': '`extends` of profile “{profile}” runs in a circle ({path}); change one of them',
  'incomplete-profile':
    '{path} of profile “{profile}” is missing or wrong ({reason}); what is left out may come from another one by `extends`',
  'unknown-profile':
    'no profile “{profile}”[[; did you mean “{nearest}”?]]; known: {known}, or the path of a profile (.yaml)',
  'profile-name-taken':
    'the profile name “{profile}” belongs to another profile already (one that ships, or another file of this run); change `name`',
  'profile-not-found':
    'no such profile file: {profile}; paths are relative to the configuration that names them, or to the working folder',
  'update-without-baseline': '--update-baseline needs --baseline <file>',
  'baseline-missing': 'no such baseline; add --update-baseline once to remember what is there now',
  'bad-baseline': 'no baseline of jixiao, or damaged; choose another name, or delete it and run with --update-baseline',
  'fix-format': '--fix writes a corrected copy and cannot annotate it with --format {format} too; run twice',
  'not-word':
    'this is no Word document (.docx) and cannot be annotated as one; use --format xlsx for workbooks, html for others',
  'fix-output-needed':
    '--fix never changes the file itself; add -o <file> for the copy (an existing folder for several files)',
  'fix-unsupported':
    '--fix cannot change {extension} files, but .xlsx, .csv, .tsv, .txt, .json and .jsonl; save it as one of them, or annotate with --format docx',
  'output-no-text':
    'the format {format} is text and no {extension} file; name another file, or use --format xlsx, docx, html …',
  'fix-extension': 'the copy has the format of its source; let the name of -o end with {extension}',
  'bad-rule-setting': '--rule is written <rule>=off|info|warn|error; got “{setting}”',
  'bad-rule-options': 'option {path} of rule {rule} is wrong ({reason})',
  'bad-choice': '{option} does not take “{value}”; it takes {known}',
  'bad-number': '{option} takes a whole number from 0; got “{value}”',
  'config-not-found': 'no such configuration file; check --config',
  'bad-yaml': 'faulty YAML ({reason})',
  'bad-data': '[[{path} ]]is wrong ({reason})[[; did you mean “{nearest}”?]]',
  'mapping-not-found': 'no such mapping file; check the path behind --mapping',
  'mapping-no-sheet': 'the mapping names the sheet “{sheet}”, which this file has not; it has {known}',
  'mapping-no-column':
    'no column “{column}” as the mapping names it; write the letters of a column (C) together with header, or the text of its heading',
  'mapping-no-row': 'the mapping says that row {row} is the header, and there is no such row',
  'init-exists':
    'this file exists; it was not overwritten and nothing else was written. Choose another folder, or move it away',
  'init-no-table': 'nothing in it looks like a table: no mapping can be proposed',
  'mapping-extension': 'the name of a mapping file ends with .yaml',
  'output-needed': '{format} goes into a file; add -o <file>',
  'layout-format': '--layout {layout} writes sheets, not {format}; use --format csv or xlsx',
  'output-folder-needed': 'with several files and {format}, -o must be an existing folder',
  'output-is-input': 'the output would overwrite the input; choose another -o',
  'same-output': 'two inputs would be written to this one file; write them apart',
  'output-is-folder': 'is a folder; for marked copies add --format xlsx (or docx), for a report name a file',
  'output-folder-missing': 'there is no folder “{folder}”; make it first, or choose another place',
  'output-unwritable': 'cannot be written ({reason}); check the folder and its permissions',
  'engine-not-installed':
    'the segmentation engine {engine} is not installed; use the other one (--engine), or install a compiler and run npm install again',
  'tensorflow-not-installed':
    'the model neural runs on TensorFlow.js, which is not installed here; npm install @tensorflow/tfjs-core @tensorflow/tfjs-layers @tensorflow/tfjs-backend-wasm, or use --model ensemble (the same net, without TensorFlow)',
  'no-such-sheet': 'the workbook has no such sheet',
  'bad-cell-reference': 'no cell reference; write D12 or the like',
  'no-sheets': 'there is no sheet to write',
  'unknown-message': 'rule {rule} reported message {message}, which is not defined: a fault of the program; report it',
  'unknown-model': 'no model “{name}”; known: {known}, or the folder of a model of your own (with model.json in it)',
  'bad-card': 'the card.json of this model cannot be read; train again, or copy it again from where it was trained',
  'train-output-needed': 'say with -o <folder> where the model is to go',
  'folder-is-file': 'this is a file; -o names a folder',
  'no-training-files': 'nothing to train on; name labelled files (.jsonl)',
  'shipped-taxonomy':
    'the corpus that ships is labelled by our categories and cannot be used with --taxonomy; leave one of them out',
  'corpus-moved': 'this file of the last training is gone; name the files to train on, or put it back',
  'corrections-are-corpus': 'the corrections are the local corpus itself; name the file that a reviewer has edited',
  'labelled-stdin': 'training and evaluation read files, not standard input (-)',
  'labelled-format': 'labelled texts are read from {readable}',
  'no-labelled': 'there is no labelled text in it',
  'bad-labelled':
    'field[[ {path}]] is wrong ({reason}); a line is {"text": …, "kind": "problem" or "suggestion", "labels": [{"category": …, "tags": […]}]}',
  'no-label': '`labels` is missing (write [] for none)',
  'no-kind': 'there is a category but no `kind`; write problem or suggestion',
  'unknown-kind': 'unknown kind “{name}”; write problem, suggestion or neither',
  'kind-without-label': 'the kind is “neither”, yet there is a category, “{category}”; empty it, or change the kind',
  'unknown-category': 'no category “{name}”[[; did you mean “{nearest}”?]]; write its code or its name',
  'unknown-tag': 'no tag “{name}”[[; did you mean “{nearest}”?]]; write its code or its name',
  'foreign-tag': 'tag “{name}” belongs to {owner}, not to {category}; change one of them',
  'no-label-columns':
    'no labels found; a header needs columns of texts ({text}), kinds ({kind}) and categories ({category})',
  'one-part': 'there is only one part, so that none can be left out; give the lines a `part`, or use several files',
  'compare-several': '--compare needs two models or more, parted by commas, such as linear,bayes',
  'no-examples': 'there is nothing to train on',
  'no-text':
    'there is no field `text`, or no text in it[[ (fields: {fields})]]; put what is to be classified into `text`',
  'classify-table':
    'classify reads lines of text or JSONL; use jixiao review for tables and reports: it finds the findings first',
  'line-too-long': 'this line is too long to be text; check the file',
  'bad-cue': 'this line of cue phrases is wrong ({problem})',
  'bad-model': 'the model file cannot be used; install or train again',
  'model-version': 'the model file is of another version; train again',
  'bad-lexicon-line': 'faulty lexicon line (“{content}”); write term<TAB>frequency<TAB>tag',
  'rule-without-data': 'rule {rule} has no data file',
  'rule-without-code': 'rule {rule} has no code',
  'bad-rule-data': 'data {path} of rule {rule} is wrong ({reason})',
  'rule-id-path': 'rule id {rule} and its path disagree',
  'rule-file-missing': 'a rule data file is missing; install again',
  'rule-crashed':
    'rule {rule} failed on “{project}”[[, indicator {indicator}]]; its results are incomplete, all else was checked: a fault of the program, report it with --verbose output',
};

/** One line for a person: place, sentence. A code without a sentence shows its data. */
export function describeError(error: JixiaoError, language: 'zh' | 'en'): string {
  const { code, data, place } = error;
  const template = (language === 'zh' ? ZH : EN)[sentenceOf(error)];
  const text = template === undefined ? `${code} ${JSON.stringify(data)}` : fill(template, data, language);
  const where = placeText(place, language);
  // Names of files and sheets come from outside: a terminal must not obey what is in them.
  return plain(where === '' ? text : `${where}${language === 'zh' ? '：' : ': '}${text}`);
}

/** Some codes need another sentence where the general one would contradict itself or show what only a program says. */
function sentenceOf({ code, data, place }: JixiaoError): string {
  if (code === 'bad-draft' && data.path === '(root)') return 'bad-draft-root';
  if (code === 'damaged' && !WORKBOOKS.test(place.file ?? '.xlsx')) return 'damaged-document';
  return code;
}

const WORKBOOKS = /\.(?:xlsx|xlsm|xls|et|ods)$/i;

/** What parsers say in English only, as far as it is common. */
const REASONS: readonly (readonly [RegExp, string, string])[] = [
  [/(?:接收|received) undefined/, '缺少这一项', 'it is missing'],
  [/Unexpected end of JSON/, '内容不完整', 'it ends too early'],
  [
    /property name/,
    '这里应是双引号括起的字段名，或多了一个逗号',
    'a double-quoted name is expected, or a comma is too many',
  ],
  [/Expected ',' or/, '缺少逗号或右括号', 'a comma or closing bracket is missing'],
  [
    /Unexpected token|is not valid JSON|Bad control|Unexpected (?:string|number|non-)/,
    '这里有不该出现的字符',
    'there is a character that does not belong here',
  ],
  [
    /Flow (?:sequence|map)|must be sufficiently indented|Nested mappings|Map keys|Implicit|Missing closing|Unexpected scalar/,
    '缩进、括号或冒号不配对',
    'indentation, brackets or colons do not match',
  ],
];

function reasonIn(text: string, language: 'zh' | 'en'): string {
  const known = REASONS.find(([pattern]) => pattern.test(text));
  return known ? known[language === 'zh' ? 1 : 2] : text;
}

function fill(template: string, data: JixiaoError['data'], language: 'zh' | 'en'): string {
  const value = (slot: string) => {
    const found = data[slot];
    if (typeof found === 'object') return found.join(language === 'zh' ? '、' : ', ');
    return slot === 'reason' ? reasonIn(String(found ?? ''), language) : String(found ?? '');
  };
  return template
    .replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, slot]) => value(slot ?? '') !== '') ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, slot: string) => value(slot));
}

function placeText({ file, line, lastLine, column, sheet, cell }: JixiaoError['place'], language: 'zh' | 'en'): string {
  const parts = file === undefined ? [] : [file === '-' ? (language === 'zh' ? '标准输入' : 'standard input') : file];
  if (sheet !== undefined) parts.push(cell === undefined ? sheet : `${sheet}!${cell}`);
  if (line !== undefined) {
    const columnText = column === undefined ? '' : language === 'zh' ? `第 ${column} 列` : `, column ${column}`;
    const range = lastLine === undefined || lastLine === line ? '' : `–${lastLine}`;
    parts.push(
      language === 'zh'
        ? `第 ${line}${range} 行${columnText === '' ? '' : ` ${columnText}`}`
        : `${range === '' ? 'line' : 'lines'} ${line}${range}${columnText}`,
    );
  }
  return parts.join(' ');
}
