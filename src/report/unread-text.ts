/** Sentences about chapters that were left unread. */
import type { FindingKind, ReviewNotice } from '../schema/index.js';
import { plain } from './width.js';

interface Unread {
  readonly heading: string;
  readonly kind: FindingKind;
  readonly line: number;
}

export function unreadNotice(source: string, { heading, kind, line }: Unread, language: 'zh' | 'en'): ReviewNotice {
  const message =
    language === 'zh'
      ? `“${heading}”一章没有读取，内容像是${kind === 'problem' ? '问题' : '建议'}；如果是，请把标题改为“${kind === 'problem' ? '存在问题' : '工作建议'}”`
      : `the chapter “${heading}” was not read, though it looks like ${kind}s; if it is, head it ${kind === 'problem' ? '存在问题' : '工作建议'}`;
  return { code: 'chapter-unread', source, message, location: { line } };
}

/** One line for standard error. */
export function noticeLine({ source, message, location }: ReviewNotice, language: 'zh' | 'en'): string {
  const place = location.line === undefined ? '' : language === 'zh' ? ` 第 ${location.line} 行` : `:${location.line}`;
  return `${plain(source)}${place}${language === 'zh' ? '：' : ': '}${plain(message)}`;
}
