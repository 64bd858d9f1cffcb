/** Sentences of errors that only shared queues have; slots as in `error-text.ts`. Addresses are without user and password. */

export const QUEUE_ZH: Readonly<Record<string, string>> = {
  'queue-needed': '请用 --queue 指定共享队列，如 redis://主机:6379/0',
  'queue-url': '--queue 写 Redis 的地址，如 redis://主机:6379/0，加密连接用 rediss://',
  'queue-unreachable': '连不上队列 {host}（{reason}）；请检查地址、端口和网络，以及 Redis 是否在运行',
  'queue-login': '队列 {host} 不接受登录；请检查地址中的用户名、密码，或环境变量 JIXIAO_QUEUE_PASSWORD',
  'queue-old': '队列 {host} 的 Redis 是 {version}；请换成 6.2 或更新的',
  'queue-evicts':
    '队列 {host} 内存不足时会丢弃数据（maxmemory-policy {policy}），会丢任务；请改为 noeviction，或换一个 Redis',
  'queue-path-outside': '这个文件不在当前文件夹之下，别的机器按当前文件夹的路径找不到它；请到上层文件夹中运行',
  'queue-run-unknown': '队列上没有编号 {run}；不写 --run 可列出全部',
  'queue-version': '本机的 jixiao 是 {own}，这次批处理用的是 {theirs}；请装成同一版本',
  'queue-fingerprint':
    '规则、模型或配置与发起的机器不同（本机的配置取自 {settings}）；请装成同一版本，并用 --settings 指定同样的配置、口径和列对应文件',
  'queue-job-failed': '队列没有处理成（{reason}）；请用 --resume 再试',
  'worker-died': '处理它的进程 {times} 次意外终止，不再处理，其余照常；请检查文件，并反馈',
  'result-too-large': '结果压缩后超过 128 MB，不能经队列传回；请拆分文件，或不用 --queue 单独处理它',
  'copy-differs':
    '{host} 的 {root} 下的这个文件与发起的机器上的不同（SHA-256 为 {found}…，计划中是 {planned}…）：可能是另一个版本，也可能处理过程中变了；没有处理，请核对后用 --retry-failed 再试',
  'outside-root': '路径超出了 --root 的范围，没有读取',
  'root-missing': '--root 不是文件夹；请检查路径，或共享盘是否已挂载',
  'root-url': '--root 写文件夹，或 http(s):// 开头的网址前缀',
  'settings-missing': '--settings 不是文件夹；请检查路径',
  'batch-option-queue': '{option} 不能与 --queue 同用；线程数由各个 jixiao worker 的 --concurrency 决定',
  'batch-option-no-queue': '{option} 要与 --queue 同用',
  'metrics-address': '--metrics 写端口（9464，只限本机）或 地址:端口（0.0.0.0:9464），收到“{value}”',
  'metrics-taken': '--metrics 的 {value} 不能使用（{reason}）；请换一个端口',
};

export const QUEUE_EN: Readonly<Record<string, string>> = {
  'queue-needed': 'name the shared queue with --queue, such as redis://host:6379/0',
  'queue-url': '--queue takes the address of a Redis, such as redis://host:6379/0; rediss:// where it is encrypted',
  'queue-unreachable': 'no connection to queue {host} ({reason}); check address, port and network, and that Redis runs',
  'queue-login': 'queue {host} refuses the login; check user and password of the address, or JIXIAO_QUEUE_PASSWORD',
  'queue-old': 'queue {host} is a Redis {version}; use 6.2 or later',
  'queue-evicts':
    'queue {host} drops data when its memory is full (maxmemory-policy {policy}) and would lose jobs; set noeviction, or use another Redis',
  'queue-path-outside':
    'this file is not below the working folder, from which other machines count their paths; run in a folder above it',
  'queue-run-unknown': 'no run {run} on this queue; leave out --run to see them all',
  'queue-version': 'this machine has jixiao {own}, the run was begun with {theirs}; install the same version',
  'queue-fingerprint':
    'rules, models or configuration differ from those of the machine that began the run (here they are taken from {settings}); install the same version, and name with --settings a folder with the same configuration, profile and mapping',
  'queue-job-failed': 'the queue did not get it done ({reason}); try again with --resume',
  'worker-died':
    'the worker died {times} times over this file, which is left out; all others go on. Check the file, and report it',
  'result-too-large':
    'the result is larger than 128 MB when compressed and cannot go through the queue; split the file, or work on it without --queue',
  'copy-differs':
    'the file below {root} on {host} is not the one that was planned (SHA-256 {found}…, planned {planned}…): another copy, or changed meanwhile; it was left out. Compare them, then --retry-failed',
  'outside-root': 'the path leads out of --root and was not read',
  'root-missing': '--root is no folder; check the path, and that the shared disk is mounted',
  'root-url': '--root takes a folder, or the prefix of a URL that begins with http(s)://',
  'settings-missing': '--settings is no folder; check the path',
  'batch-option-queue': '{option} does not go with --queue; --concurrency of each jixiao worker says how many threads',
  'batch-option-no-queue': '{option} goes with --queue only',
  'metrics-address': '--metrics takes a port (9464, this machine only) or address:port (0.0.0.0:9464); got “{value}”',
  'metrics-taken': '--metrics cannot have {value} ({reason}); choose another port',
};
