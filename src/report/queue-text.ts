/** What is said of a shared queue, its runs and its workers. */
import { plain } from './width.js';

type Language = 'zh' | 'en';

export function queueRunText(run: string, host: string, language: Language): string {
  return language === 'zh'
    ? `队列 ${host}，编号 ${run}；查看进展：jixiao batch status --queue …`
    : `queue ${host}, run ${run}; to see how it goes: jixiao batch status --queue …`;
}

export function queueLostText(host: string, language: Language): string {
  return language === 'zh'
    ? `与队列 ${host} 的连接断了，正在重连；已派出的不会丢失`
    : `the connection to queue ${host} is lost, trying again; nothing that was handed out is lost`;
}

export function queueBackText(host: string, language: Language): string {
  return language === 'zh' ? `与队列 ${host} 重新连上` : `connected to queue ${host} again`;
}

export function queueNoWorkersText(host: string, language: Language): string {
  return language === 'zh'
    ? `队列上没有能处理的进程，正在等待；请在各台机器上运行 jixiao worker --queue …（${host}）`
    : `no worker serves this run, waiting; start some: jixiao worker --queue … (${host})`;
}

interface Refusal {
  readonly host: string;
  readonly process: number;
  readonly reason: string;
}

export function queueRefusedText({ host, process, reason }: Refusal, language: Language): string {
  const who = `${plain(host)} ${process}`;
  return language === 'zh' ? `${who} 上的进程不能参加：${plain(reason)}` : `worker ${who} stays out: ${plain(reason)}`;
}

export function workerStartedText(host: string, concurrency: number, language: Language): string {
  return language === 'zh'
    ? `已连上队列 ${host}，${concurrency} 个线程，等待任务；Ctrl-C 结束`
    : `connected to queue ${host}, ${concurrency} threads, waiting for jobs; Ctrl-C ends it`;
}

export function workerServingText(run: string, task: string, language: Language): string {
  return language === 'zh' ? `处理 ${plain(run)}（${plain(task)}）` : `serving run ${plain(run)} (${plain(task)})`;
}

export function workerRefusedText(run: string, reason: string, language: Language): string {
  return language === 'zh'
    ? `不参加 ${plain(run)}：${plain(reason)}`
    : `stays out of run ${plain(run)}: ${plain(reason)}`;
}

export function workerRetriedText(source: string, reason: string, language: Language): string {
  return language === 'zh'
    ? `${plain(source)} 没有取到，稍后再试：${plain(reason)}`
    : `${plain(source)} did not come, trying again later: ${plain(reason)}`;
}

/** A sentence of a file that did not come, with the places where it was looked for. */
export function missedText(
  message: string,
  places: readonly { readonly host: string; readonly root: string }[],
  language: Language,
): string {
  const named = places.map(({ host, root }) => (language === 'zh' ? `${host} 的 ${root}` : `${root} on ${host}`));
  return language === 'zh'
    ? `${message}（发起的机器上有，${named.join('、')} 没有取到；请检查 jixiao worker 的 --root 和共享盘，再用 --retry-failed）`
    : `${message} (the coordinator sees it; it did not come from ${named.join(', ')}: check --root of jixiao worker and the shared disk, then --retry-failed)`;
}

interface Trouble {
  readonly kind: 'away' | 'missing';
  readonly reason: string;
}

/** Why a worker takes no jobs. */
function troubleText({ kind, reason }: Trouble, root: string, language: Language): string {
  const [place, why] = [plain(root), plain(reason)];
  if (kind === 'missing')
    return language === 'zh'
      ? `${place} 下接连找不到发起的机器上有的文件（如 ${why}），先让别的进程处理；请检查 --root，或共享盘是否已挂载`
      : `${place} lacks file after file that the coordinator sees (${why}), leaving them to others for now; check --root, and that the shared disk is mounted`;
  const isEmpty = reason === 'empty';
  if (language === 'zh')
    return `${place} ${isEmpty ? '是空的（共享盘没有挂载？）' : `没有应答（${why}）`}，暂不接任务，恢复后自动继续`;
  return `${place} ${isEmpty ? 'is empty (is the shared disk mounted?)' : `does not answer (${why})`}, no job is taken until it is back`;
}

export function workerTroubleText(host: string, root: string, trouble: Trouble, language: Language): string {
  return `${plain(host)}${language === 'zh' ? '：' : ': '}${troubleText(trouble, root, language)}`;
}

export function workerRecoveredText(host: string, root: string, language: Language): string {
  return language === 'zh'
    ? `${plain(host)}：${plain(root)} 继续处理`
    : `${plain(host)}: ${plain(root)} is served from again`;
}

/** The coordinator sees the file that this worker does not. */
export function workerMissedText(source: string, host: string, root: string, language: Language): string {
  return language === 'zh'
    ? `${plain(source)}：发起的机器上有，本机（${plain(host)}）的 ${plain(root)} 下没有取到，稍后由别的进程或再次尝试`
    : `${plain(source)}: the coordinator sees it, but it did not come from ${plain(root)} on this machine (${plain(host)}); another worker, or this one later, tries again`;
}

export function queueOrphanedText(source: string, language: Language): string {
  return language === 'zh'
    ? `${plain(source)}：处理它的进程没有消息了（终止、断网或机器停了），转给别的进程`
    : `${plain(source)}: nothing is heard of the worker that had it (ended, cut off, or its machine stopped), another one gets it`;
}

export function workerDeadText(source: string, language: Language): string {
  return language === 'zh'
    ? `${plain(source)} 几次使处理它的进程终止，不再处理`
    : `${plain(source)} ended its worker too often and is left out`;
}

export function workerLateText(language: Language): string {
  return language === 'zh'
    ? '太久没有消息，有一项已转给别的进程；结果只计一次'
    : 'was silent for too long, a job went to another worker; its result counts once';
}

export function workerDrainingText(running: number, language: Language): string {
  return language === 'zh'
    ? `正在结束：做完手上的 ${running} 项，不再接新的；再按一次立即退出`
    : `ending: ${running} jobs are finished, none is taken; once more to leave at once`;
}

export function workerEndedText(done: number, language: Language): string {
  return language === 'zh' ? `已结束，共处理 ${done} 项` : `ended, ${done} jobs done`;
}

interface RunState {
  readonly id: string;
  readonly task: string;
  readonly state: 'running' | 'orphaned' | 'stopped' | 'elsewhere' | 'ended';
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly done: number;
  readonly failed: number;
  readonly dead: number;
  /** Done or failed, and not collected yet. */
  readonly uncollected: number;
  readonly workers: number;
  readonly refused: readonly Refusal[];
  readonly deadJobs: readonly { readonly source: string; readonly message: string }[];
}

interface WorkerState {
  readonly host: string;
  readonly process: number;
  readonly version: string;
  readonly concurrency: number;
  readonly run?: string | undefined;
  readonly running: number;
  readonly done: number;
  readonly root?: string | undefined;
  readonly trouble?: Trouble | undefined;
}

const STATES: Readonly<Record<Language, Readonly<Record<RunState['state'], string>>>> = {
  zh: {
    running: '进行中',
    orphaned: '发起的进程不在了，用 --resume 接着跑',
    stopped: '已停止，没有跑完，用 --resume 接着跑',
    elsewhere: '已不经队列接着处理（在结果文件夹里跑完了，或正在跑）',
    ended: '已跑完',
  },
  en: {
    running: 'running',
    orphaned: 'nobody collects it, go on with --resume',
    stopped: 'stopped before the end, go on with --resume',
    elsewhere: 'went on without the queue (finished in its folder, or running there)',
    ended: 'finished',
  },
};

/** Lines for a terminal. */
export function queueStatusLines(
  { runs, workers }: { readonly runs: readonly RunState[]; readonly workers: readonly WorkerState[] },
  language: Language,
): string[] {
  const isChinese = language === 'zh';
  const none = isChinese ? '队列上没有批处理' : 'no run on the queue';
  const title = isChinese ? `工作进程 ${workers.length} 个` : `${workers.length} workers`;
  return [
    ...(runs.length === 0 ? [none] : runs.flatMap((run) => runLines(run, language))),
    title,
    ...workers.flatMap((worker) => [
      `  ${workerLine(worker, language)}`,
      ...(worker.trouble ? [`    ${troubleText(worker.trouble, worker.root ?? '', language)}`] : []),
    ]),
  ];
}

function runLines(run: RunState, language: Language): string[] {
  const { id, task, state, waiting, delayed, active, done, failed, dead, uncollected, workers, refused, deadJobs } =
    run;
  const numbers: readonly (readonly [string, string, number])[] = [
    ['等待', 'waiting', waiting],
    ['待重试', 'to be tried again', delayed],
    ['处理中', 'active', active],
    ['完成', 'done', done],
    ['失败', 'failed', failed],
    ['放弃', 'dead', dead],
    ...(uncollected > 0 ? [['已处理待收', 'done, not collected', uncollected] as const] : []),
    ['工作进程', 'workers', workers],
  ];
  const isChinese = language === 'zh';
  const counted = numbers.map(([zh, en, value]) => (isChinese ? `${zh} ${value}` : `${en} ${value}`));
  return [
    `${plain(id)} ${plain(task)} ${STATES[language][state]}`,
    `  ${counted.join(isChinese ? '，' : ', ')}`,
    ...refused.map((one) => `  ${queueRefusedText(one, language)}`),
    ...deadJobs.map(({ message }) => `  ${isChinese ? '放弃：' : 'dead: '}${plain(message)}`),
  ];
}

function workerLine(
  { host, process, version, concurrency, run, running, done }: WorkerState,
  language: Language,
): string {
  const who = `${plain(host)} ${process} (${plain(version)})`;
  if (language === 'zh')
    return `${who}：线程 ${concurrency}，手上 ${running}，已处理 ${done}${run === undefined ? '，空闲' : `，${plain(run)}`}`;
  return `${who}: threads ${concurrency}, running ${running}, done ${done}${run === undefined ? ', idle' : `, ${plain(run)}`}`;
}
