/** Profiles as written → complete ones: what a profile leaves out comes from the one that it extends. */
import { DataError } from '../errors.js';
import { nearest } from '../text/nearest.js';
import { type Profile, type ProfileFile, profileSchema } from './profile-data.js';

/**
 * Completes profiles that may extend one another, in any order.
 * @throws DataError `unknown-base-profile`, `circular-profile`, `incomplete-profile`
 */
export function resolveProfiles(files: readonly ProfileFile[]): Profile[] {
  const written = new Map(files.map((file) => [file.name, file]));
  const done = new Map<string, Profile>();
  const complete = (file: ProfileFile, path: readonly string[]): Profile => {
    const known = done.get(file.name);
    if (known) return known;
    if (path.includes(file.name)) {
      throw new DataError('circular-profile', { data: { profile: file.name, path: [...path, file.name] } });
    }
    const base = file.extends === undefined ? undefined : written.get(file.extends);
    if (base) done.set(base.name, complete(base, [...path, file.name]));
    const profile = resolveProfile(file, done);
    done.set(file.name, profile);
    return profile;
  };
  return files.map((file) => complete(file, []));
}

/**
 * Completes one profile by those that are known already, such as a user's own by the shipped ones.
 * @throws DataError `unknown-base-profile`, `incomplete-profile`
 */
export function resolveProfile(file: ProfileFile, known: ReadonlyMap<string, Profile>): Profile {
  if (file.extends === undefined) return checked(file.name, file);
  const base = known.get(file.extends);
  if (base) return extendProfile(base, file);
  const guess = nearest(file.extends, [...known.keys()]);
  throw new DataError('unknown-base-profile', {
    data: { profile: file.name, base: file.extends, known: [...known.keys()], ...(guess && { nearest: guess }) },
  });
}

/**
 * `base` with what `own` states in its place: a list replaces the base's list, single settings replace single settings;
 * `moreNames` and the words of the framework are added.
 */
export function extendProfile(base: Profile, own: ProfileFile): Profile {
  const { moreNames = [], ...common } = own.common ?? {};
  return checked(own.name, {
    name: own.name,
    title: own.title,
    weights: { ...base.weights, ...own.weights },
    evaluation: { ...base.evaluation, ...own.evaluation },
    coverage: { ...base.coverage, ...own.coverage },
    common: { ...base.common, ...common, names: [...(common.names ?? base.common.names), ...moreNames] },
    ...((base.framework ?? own.framework) && { framework: joined(base.framework, own.framework) }),
  });
}

type Additions = Profile['framework'];

/** Words of both; where both say in which level 1 a box stands, the own one counts. */
function joined(base: Additions, own: Additions): Additions {
  if (!base || !own) return own ?? base;
  const boxes = <Entry extends { synonyms?: string[] | undefined }>(
    first: Partial<Record<string, Entry>> = {},
    second: Partial<Record<string, Entry>> = {},
  ) =>
    Object.fromEntries(
      [...new Set([...Object.keys(first), ...Object.keys(second)])].map((box) => [
        box,
        {
          ...first[box],
          ...second[box],
          synonyms: [...(first[box]?.synonyms ?? []), ...(second[box]?.synonyms ?? [])],
        },
      ]),
    );
  return { level1: boxes(base.level1, own.level1), level2: boxes(base.level2, own.level2) };
}

function checked(name: string, stated: Readonly<Record<string, unknown>>): Profile {
  const profile = { ...stated };
  delete profile.extends;
  const parsed = profileSchema.safeParse(profile);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DataError('incomplete-profile', {
    data: { profile: name, path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' },
  });
}
