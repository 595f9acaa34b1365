import { EXIT, TeachingError } from '#libs/domain';
import { parseNight, toDays } from './calendar.js';
import type { CivilDate } from './calendar.js';
import { FOURD_SHAPES } from './fourd-shape.js';
import type { FourdShapeName } from './fourd-shape.js';
import type { Evolution, GenerateOptions } from './options.js';
import { DEFAULT_DIRT, DEFAULT_NOISE } from './rates.js';
import type { DirtRates, NoiseRates } from './rates.js';
import { MOST_HOUSEHOLDS_A_SITE } from './source-keys.js';

/** Options after validation, with every default filled in. */
export interface Plan {
  readonly out: string;
  readonly households: number;
  readonly added: number;
  readonly seed: number;
  readonly textSeed: number;
  readonly sites: readonly string[];
  readonly night: CivilDate;
  readonly baseNight: CivilDate;
  readonly fourd: FourdShapeName;
  readonly dirt: DirtRates;
  readonly noise: NoiseRates;
  readonly evolve: Evolution | null;
}

const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];

/** Throws `TeachingError` `generate.*` (exit code 2) for the first option that cannot be followed. */
export function planOf(options: GenerateOptions): Plan {
  const { out, households, seed, sites, fourd, evolve } = options;
  checkSites(sites);
  const most = MOST_HOUSEHOLDS_A_SITE * sites.length;
  if (!Number.isInteger(households) || households < 1 || households > most) {
    throw wrong('generate.households.invalid', { given: households, most });
  }
  const textSeed = options.textSeed ?? seed;
  for (const given of [seed, textSeed]) {
    if (!Number.isSafeInteger(given) || given < 0)
      throw wrong('generate.seed.invalid', { given, most: Number.MAX_SAFE_INTEGER });
  }
  if (!FOURD_SHAPES.includes(fourd))
    throw wrong('generate.fourd.invalid', { given: fourd, known: FOURD_SHAPES.join(', ') });
  const dirt = { ...DEFAULT_DIRT, ...options.dirt };
  const noise = { ...DEFAULT_NOISE, ...options.noise };
  const night = nightOf(options.night);
  const baseNight = evolve === undefined ? night : nightOf(evolve.since);
  if (toDays(baseNight) > toDays(night))
    throw wrong('generate.night.invalid', { given: evolve?.since ?? '', first: FIRST_YEAR, last: LAST_YEAR });
  checkRates({
    ...dirt,
    ...noise,
    changed: evolve?.changed ?? 0,
    removed: evolve?.removed ?? 0,
    added: evolve?.added ?? 0,
  });
  const added = Math.round(households * (evolve?.added ?? 0));
  return {
    out,
    households,
    added,
    seed,
    textSeed,
    sites,
    night,
    baseNight,
    fourd,
    dirt,
    noise,
    evolve: evolve ?? null,
  };
}

/** A site's name as file names write it: `ssdp-06` → `SSDP06`. */
export const siteCode = (site: string): string => site.replaceAll('-', '').toUpperCase();

function checkSites(sites: readonly string[]): void {
  const bad = sites.find((site) => !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(site));
  if (sites.length === 0 || bad !== undefined) throw wrong('generate.sites.invalid', { given: bad ?? '' });
  const codes = sites.map(siteCode);
  const twice = sites.find((site, index) => codes.indexOf(siteCode(site)) !== index);
  if (twice !== undefined) throw wrong('generate.sites.twice', { given: twice, code: siteCode(twice) });
}

function nightOf(given: string): CivilDate {
  const night = parseNight(given);
  if (night !== null && night.year >= FIRST_YEAR && night.year <= LAST_YEAR) return night;
  throw wrong('generate.night.invalid', { given, first: FIRST_YEAR, last: LAST_YEAR });
}

function checkRates(rates: Readonly<Record<string, number>>): void {
  for (const [name, given] of Object.entries(rates)) {
    if (!(given >= 0 && given <= 1)) throw wrong('generate.rate.invalid', { name, given });
  }
}

const wrong = (code: string, args: Readonly<Record<string, string | number>>): TeachingError =>
  new TeachingError(code, args, { exitCode: EXIT.usage });
