/** A configuration with the wishes of a command line → linters by file and the waivers of the run. */
import { dirname } from 'node:path';
import { ConfigError } from '../errors.js';
import { type Language, Linter } from '../lint/lint-draft.js';
import type { RuleBook } from '../lint/rule-book.js';
import {
  checkSetting,
  chooseProfile,
  type LintSettings,
  overridden,
  requireRule,
  type SettingsOverride,
} from '../lint/settings.js';
import { Waivers } from '../lint/waivers.js';
import { type Config, readConfigText } from './config.js';
import { loadRuleBook } from './shipped.js';

export interface LintSetup {
  readonly book: RuleBook;
  readonly linterFor: (path: string) => Linter;
  readonly waivers?: Waivers;
}

export interface SetupOptions {
  readonly language: Language;
  /** What paths on the command line are relative to. */
  readonly folder: string;
  /** YYYY-MM-DD: waivers run out. */
  readonly today: string;
}

/**
 * `request` wins over the file and all its overrides.
 * @throws ConfigError `unknown-rule`, `bad-rule-options`, `unknown-profile`, `profile-not-found`, `bad-yaml`, `bad-data`
 */
export async function setUpLint(config: Config, request: LintSettings, options: SetupOptions): Promise<LintSetup> {
  const folder = config.file === undefined ? options.folder : dirname(config.file);
  const profiles = new Profiles(await loadRuleBook());
  const asked = request.profile === undefined ? undefined : await profiles.name(request.profile, options.folder);
  const base = await checked(config, config, [], profiles, folder);
  const overrides: SettingsOverride[] = [];
  for (const [index, { files, ...rest }] of (config.overrides ?? []).entries())
    overrides.push({ files, ...(await checked(config, rest, ['overrides', index], profiles, folder)) });
  const { book } = profiles;
  for (const [index, { rule }] of (config.waivers ?? []).entries())
    await placed(config, ['waivers', index, 'rule'], () => requireRule(book, rule));
  const fits = await patternsFor(config, folder);
  const linters = new Map<string, Linter>();
  return {
    book,
    linterFor: (path) => {
      const fitting = overridden(base, overrides, (pattern) => fits(pattern, path));
      const settings = merged(fitting, { ...request, ...(asked && { profile: asked }) });
      const key = JSON.stringify(settings);
      const linter = linters.get(key) ?? new Linter(book, settings, options.language);
      linters.set(key, linter);
      return linter;
    },
    ...(config.waivers && { waivers: new Waivers(config.waivers, { today: options.today, fitsFile: fits }) }),
  };
}

/** The book with own profiles added as they are named. */
class Profiles {
  book: RuleBook;

  constructor(book: RuleBook) {
    this.book = book;
  }

  /** A profile's name; where it is named by its file, that is loaded. */
  async name(reference: string, folder: string): Promise<string> {
    const { isProfilePath, withProfileFile } = await import('./profiles.js');
    if (!isProfilePath(reference)) return chooseProfile(this.book, reference).name;
    const { book, name } = withProfileFile(this.book, reference, folder);
    this.book = book;
    return name;
  }
}

type YamlPath = readonly (string | number)[];

/** One level of settings, every id in it known, its profile loaded. */
async function checked(
  config: Config,
  { preset, profile, rules }: Pick<Config, 'preset' | 'profile' | 'rules'>,
  path: YamlPath,
  profiles: Profiles,
  folder: string,
): Promise<LintSettings> {
  for (const [id, setting] of Object.entries(rules ?? {}))
    await placed(config, [...path, 'rules', id], () => checkSetting(profiles.book, id, setting));
  const name = profile && (await placed(config, [...path, 'profile'], () => profiles.name(profile, folder)));
  return { ...(preset && { preset }), ...(name && { profile: name }), ...(rules && { rules }) };
}

function merged(settings: LintSettings, { preset, profile, rules }: LintSettings): LintSettings {
  return {
    ...settings,
    ...(preset && { preset }),
    ...(profile && { profile }),
    rules: { ...settings.rules, ...rules },
  };
}

/** An error about an entry of the configuration learns where that entry stands. */
async function placed<T>(config: Config, path: YamlPath, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { file } = config;
    if (!(error instanceof ConfigError) || file === undefined || error.place.line !== undefined) throw error;
    const { placeInYaml } = await import('./yaml.js');
    const place = placeInYaml(readConfigText(file), path);
    throw new ConfigError(error.code, { file, ...place, data: error.data, cause: error });
  }
}

async function patternsFor({ overrides, waivers }: Config, folder: string) {
  const wanted = overrides !== undefined || waivers?.some(({ file }) => file !== undefined);
  if (!wanted) return () => false;
  return (await import('./file-patterns.js')).filePatterns(folder);
}
