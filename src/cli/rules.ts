import { requireRule } from '../lint/settings.js';
import type { PresetName } from '../lint/rule-data.js';
import { loadRuleBook } from '../platform/shipped.js';
import { ruleList, rulePage } from '../report/rules-stylish.js';
import { type CommonOptions, coloursFor, emit } from './options.js';

interface RulesOptions extends CommonOptions {
  readonly preset: PresetName;
}

/** `jixiao rules [id]`. */
export async function rulesCommand(id: string | undefined, options: RulesOptions): Promise<void> {
  const book = await loadRuleBook();
  const style = { language: options.lang ?? 'zh', colours: coloursFor(options) } as const;
  const infos = id === undefined ? [...book.rules.values()].map(({ info }) => info) : [requireRule(book, id).info];
  if (options.format === 'json')
    return emit(`${JSON.stringify(id === undefined ? infos : infos[0], null, 2)}\n`, options, []);
  const [first] = infos;
  emit(id === undefined || !first ? ruleList(infos, options.preset, style) : rulePage(first, style), options, []);
}
