/** What has to be said about waivers beside the diagnostics, in both languages. */
import type { Location, Notice } from '../schema/index.js';
import { type Language, fill } from './sentences.js';

const MESSAGES = {
  'unknown-ignored-rule': {
    zh: '“忽略”中的“{rule}”不是规则编号[[，是不是“{nearest}”]]，未生效',
    en: '“{rule}” in the 忽略 column is no rule[[; did you mean “{nearest}”?]]; it has no effect',
  },
  'waiver-expired': {
    zh: '豁免已过期（{until}止），不再生效：{waiver}',
    en: 'waiver has run out on {until} and has no effect: {waiver}',
  },
  'waiver-unused': {
    zh: '豁免没有对应的问题，可以删去：{waiver}',
    en: 'waiver fits no diagnostic and may be dropped: {waiver}',
  },
  'waiver-unmet': {
    zh: '豁免的文件或项目不在本次处理之列（写法是否与表中一致？）：{waiver}',
    en: 'the file or project of a waiver was not met in this run (is it written as in the table?): {waiver}',
  },
} as const;

export type WaiverNotice = keyof typeof MESSAGES;

export function waiverNotice(
  code: WaiverNotice,
  data: Readonly<Record<string, string>>,
  { language, location = {} }: { readonly language: Language; readonly location?: Location },
): Notice {
  return { code, message: fill(MESSAGES[code][language], data), location };
}
