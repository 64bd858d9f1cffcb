/** Sentences of errors that only batches have; slots as in `error-text.ts`. */

export const BATCH_ZH: Readonly<Record<string, string>> = {
  'batch-no-input': '没有指定要处理的文件；请写文件夹、通配符（加引号）或清单文件',
  'batch-nothing': '没有可以处理的文件；请检查文件夹、通配符，以及 --include、--exclude、--since',
  'batch-manifest': '清单的格式有误（{reason}）；请修正这一行，写法见 docs/batch.md',
  'manifest-no-path-column': '清单没有文件路径一列（表头：{columns}）；请把“{column}”改名为 path、路径或文件',
  'manifest-no-path': '清单的这一行没有写文件路径；请补上，或删去这一行',
  'manifest-year': '清单中的年度“{year}”不是年份；请写四位数字，如 2024',
  'manifest-conflict': '清单中的 {path} 在第 {first} 行已经列出，而单位、年度或地区不同；请只留一行',
  'batch-since': '--since 写日期（2026-01-31）或时间长度（12h、7d、2w），收到“{value}”；日期要是日历上有的',
  'batch-output-needed': '请用 -o <文件夹> 指定结果写到哪里；只看计划用 --dry-run',
  'batch-unfinished': '这里有一次没有跑完的批处理；接着跑请加 --resume，重新跑请换一个文件夹或先删去它',
  'batch-finished': '这里已有一次批处理的结果，没有覆盖；请换一个文件夹，或先移走它',
  'batch-folder-used': '文件夹不是空的，没有写入；批处理的结果要写入一个新的或空的文件夹',
  'batch-running': '另一个进程（{process}）正在这里批处理；请等它结束，或换一个文件夹',
  'batch-running-elsewhere':
    '另一台机器上的进程（{process}）正在这里批处理；请等它结束，或换一个文件夹。确定它已不在的，删去其中的 .run/lock 再加 --resume',
  'output-full':
    '磁盘已满或超出配额（{reason}），没有写完；已经处理完的都保留着，腾出空间后接着跑：jixiao batch --resume -o {folder}',
  'memory-too-small': '--memory 最少 {least}（MB），收到“{value}”；再少线程不能启动',
  'batch-nothing-to-resume': '这里没有未跑完的批处理，不能用 --resume；请检查 -o 的文件夹，或去掉 --resume 从头开始',
  'batch-nothing-to-retry': '这次批处理已经跑完，没有再试可能成功的失败；文件改好之后请换一个文件夹重新运行',
  'batch-can-retry': '这次批处理已经跑完；要把其中超时等失败的再试一遍，请加 --retry-failed',
  'batch-other-request': '与这里未跑完的批处理不同（{fields}）；接着跑请用原来的参数，或只写 --resume 和 -o',
  'batch-option-task': '{option} 不能用于 --task {task}',
  'changed-meanwhile': '处理过程中文件变了，没有处理；请在文件不变之后用 --resume 或重新运行',
  timeout: '{seconds} 秒内没有处理完，已放弃；可用 --timeout 放宽',
  'out-of-memory': '内存超过每个线程的上限（{megabytes} MB），已放弃；可用 --memory 放宽，或把文件拆小',
  'worker-crashed': '处理这个文件的线程意外终止（{reason}），其余照常；请反馈',
  'internal-fault': '程序内部出错（{reason}）；请反馈',
};

export const BATCH_EN: Readonly<Record<string, string>> = {
  'batch-no-input': 'nothing to work on; name a folder, a pattern (in quotes) or a manifest',
  'batch-nothing': 'no file to work on; check folder and pattern, and --include, --exclude, --since',
  'batch-manifest': 'the manifest cannot be read here ({reason}); mend the line, see docs/batch.md',
  'manifest-no-path-column':
    'the manifest has no column of paths (its header: {columns}); call the column “{column}” path',
  'manifest-no-path': 'this line of the manifest names no file; add its path, or delete the line',
  'manifest-year': 'the year “{year}” of the manifest is none; write four digits, such as 2024',
  'manifest-conflict':
    'the manifest lists {path} in line {first} already, with another unit, year or region; keep one of the lines',
  'batch-since': '--since takes a day of the calendar (2026-01-31) or a span (12h, 7d, 2w); got “{value}”',
  'batch-output-needed': 'say with -o <folder> where the results are to go; to see the plan only: --dry-run',
  'batch-unfinished':
    'there is an unfinished batch here; add --resume to go on, or choose another folder or delete this one',
  'batch-finished':
    'the results of a batch are here already, and were not overwritten; choose another folder, or move them away',
  'batch-folder-used': 'the folder is not empty; nothing was written. Results of a batch go into a new or empty folder',
  'batch-running': 'another process ({process}) runs a batch here; wait for it, or choose another folder',
  'batch-running-elsewhere':
    'a process of another machine ({process}) runs a batch here; wait for it, or choose another folder. If it is gone for sure, delete .run/lock in it and add --resume',
  'output-full':
    'the disk is full, or a quota is used up ({reason}); what was done is kept. Make room, then: jixiao batch --resume -o {folder}',
  'memory-too-small': '--memory takes {least} (MB) or more, got “{value}”: with less no thread starts',
  'batch-nothing-to-resume':
    'there is no unfinished batch here; check the folder of -o, or leave out --resume to begin',
  'batch-nothing-to-retry':
    'this batch is finished, and none of its failures would be cured by trying again; run mended files into another folder',
  'batch-can-retry': 'this batch is finished; add --retry-failed to try its timeouts and the like again',
  'batch-other-request':
    'differs from the unfinished batch here ({fields}); use the same arguments to go on, or only --resume and -o',
  'batch-option-task': '{option} is of no use with --task {task}',
  'changed-meanwhile':
    'the file changed while the batch ran and was left out; run again, or with --resume, once it rests',
  timeout: 'not done within {seconds} s and given up; --timeout allows more',
  'out-of-memory':
    'more than {megabytes} MB of memory for one thread, given up; --memory allows more, or split the file',
  'worker-crashed':
    'the thread that worked on this file ended ({reason}); all others go on: a fault of the program, report it',
  'internal-fault': 'internal fault ({reason}); report it',
};
