export type Language = 'zh' | 'en';

/**
 * Puts values into the slots of a template; an unknown slot stays visible. A part in `[[ ]]` stands only where all its
 * slots have a value.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  const whole = template.replace(/\[\[([^[\]]{0,200})\]\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w{1,40})\}/g)].every(([, slot]) => values[slot as string] !== undefined) ? part : '',
  );
  return whole.replace(/\{(\w+)\}/g, (slot, key: string) => String(values[key] ?? slot));
}
