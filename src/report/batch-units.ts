/** Sizes and spans of time as people read them. */

const STEPS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** 1536 → “1.5 kB”, in steps of 1000. */
export function sizeText(bytes: number): string {
  let [value, step] = [bytes, 0];
  while (value >= 999.5 && step < STEPS.length - 1) [value, step] = [value / 1000, step + 1];
  const text = step === 0 || value >= 99.95 ? String(Math.round(value)) : value.toFixed(1);
  return `${text} ${STEPS[step]}`;
}

/** Seconds → “45 秒”, “12 分”, “3 小时 20 分”. */
export function spanText(seconds: number, language: 'zh' | 'en'): string {
  const [hour, minute, second] = language === 'zh' ? [' 小时', ' 分', ' 秒'] : [' h', ' min', ' s'];
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))}${second}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${minute}`;
  return `${Math.floor(minutes / 60)}${hour} ${minutes % 60}${minute}`;
}
