import type { OverlayDocument, ProfileDocument } from './profile-document.js';
import { ProfileFault } from './profile-fault.js';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merge = (base: Plain, over: Plain): Plain => {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = base[key];
    merged[key] = isPlain(below) && isPlain(value) ? merge(below, value) : value;
  }
  return merged;
};

const mergeNamed = <T>(
  base: Readonly<Record<string, T>>,
  over: Readonly<Record<string, Plain>>,
  section: string,
): Record<string, T> => {
  const merged: Record<string, T> = { ...base };
  for (const [name, changes] of Object.entries(over)) {
    const below = base[name];
    if (below === undefined) throw new ProfileFault([section, name], 'overlay.unknown-name', { name });
    merged[name] = merge(below as Plain, changes) as T;
  }
  return merged;
};

/**
 * The profile as one site's exports need it: codes added to its maps, options of readers and shapes replaced. Renamed
 * columns are applied when tables are compiled, since the profile's own words stay the names in mappings.
 */
export const applyOverlay = (profile: ProfileDocument, overlay: OverlayDocument | null): ProfileDocument => {
  if (overlay === null) return profile;
  const codes = { ...(profile.codes ?? {}) };
  for (const [list, added] of Object.entries(overlay.codes ?? {})) {
    const base = codes[list];
    if (base === undefined) throw new ProfileFault(['codes', list], 'overlay.unknown-name', { name: list });
    codes[list] = { ...base, map: { ...base.map, ...added } };
  }
  return {
    ...profile,
    codes,
    readers: mergeNamed(profile.readers ?? {}, overlay.readers ?? {}, 'readers'),
    shapes: mergeNamed(profile.shapes, overlay.shapes ?? {}, 'shapes'),
  };
};
