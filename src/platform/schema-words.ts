/**
 * What a schema finds wrong in a configuration, a mapping or a draft, as people say it. What is not said here zod's own
 * Chinese says.
 */
import { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组键和值',
  record: '一组键和值',
};
const LONGEST_SHOWN = 20;

/** Chinese from here on. */
export function speakChinese(): void {
  z.config({ ...z.locales.zhCN(), customError: (issue) => sentence(issue) });
}

function sentence(issue: Issue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `不认识${issue.keys.map((key) => `“${key}”`).join('、')}`;
  if (issue.code === 'invalid_value') {
    const values = (issue.values as unknown[]).map(String);
    return issue.input === undefined
      ? `缺少，可用 ${values.join('、')}`
      : `“${shown(issue.input)}”不可用，可用 ${values.join('、')}`;
  }
  if (issue.code !== 'invalid_type') return undefined;
  const wanted = TYPES[issue.expected as string];
  if (wanted === undefined) return undefined;
  return issue.input === undefined ? `缺少，应写${wanted}` : `应写${wanted}，写的是“${shown(issue.input)}”`;
}

function shown(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? String(input));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
