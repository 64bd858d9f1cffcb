/** What is said of a plan beside its totals: what the user may not have meant. */
import { plain } from './width.js';

interface Notice {
  readonly code: 'results-folder' | 'pattern-idle';
  readonly about: string;
}

const TEXTS = {
  zh: {
    'results-folder': '是一次批处理的结果，没有读取',
    'pattern-idle': '没有与之相符的文件；请检查写法',
  },
  en: {
    'results-folder': 'holds the results of a batch and was not read',
    'pattern-idle': 'fits no file; check how it is written',
  },
} as const;

export function noticeLines(notices: readonly Notice[], language: 'zh' | 'en'): string[] {
  return notices.map(
    ({ code, about }) => `  ${plain(about)}${language === 'zh' ? '：' : ': '}${TEXTS[language][code]}`,
  );
}
