import type { PresetName } from '../lint/rule-data.js';
import { requireRule } from '../lint/settings.js';
import { loadRuleBook } from '../platform/shipped.js';
import { exactly } from '../report/columns.js';
import { ruleList, rulePage } from '../report/rules-stylish.js';
import { RULE_GROUPS } from '../schema/rule-groups.js';
import { type CommonOptions, coloursFor, emit } from './options.js';

interface RulesOptions extends CommonOptions {
  readonly preset: PresetName;
  readonly importCommon?: string;
  readonly force?: boolean;
}

/** `jixiao rules [id or group]`, or `--import-common`. */
export async function rulesCommand(id: string | undefined, options: RulesOptions): Promise<void> {
  if (options.importCommon !== undefined)
    return (await import('./import-common.js')).importCommon(options.importCommon, options);
  const book = await loadRuleBook();
  const style = { language: options.lang ?? 'zh', colours: coloursFor(options) } as const;
  const all = [...book.rules.values()].map(({ info }) => info);
  const group = id?.replace(/\/$/, '');
  const inGroup = all.filter((info) => info.id.startsWith(`${group ?? ''}/`));
  const isList = id === undefined || inGroup.length > 0;
  const infos = id === undefined ? all : isList ? inGroup : [requireRule(book, id).info];
  const [first] = infos;
  if (options.format === 'json') {
    const shown = infos.map((info) => {
      const own = info.id.slice(0, info.id.indexOf('/'));
      return { ...info, level: info.presets[options.preset], group: { id: own, ...RULE_GROUPS[own] } };
    });
    return emit(`${JSON.stringify(isList ? shown : shown[0], null, 2)}\n`, options, []);
  }
  const text = await exactly(() =>
    isList || !first ? ruleList(infos, options.preset, style) : rulePage(first, style),
  );
  emit(text, options, []);
}
