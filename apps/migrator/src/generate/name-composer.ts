import { GIVEN_BEGINNINGS, MEN_ENDS, MEN_GIVEN_NAMES, WOMEN_ENDS, WOMEN_GIVEN_NAMES } from './given-name-pool.js';
import { capitalise } from './letters.js';
import type { Random } from './random.js';
import {
  FRENCH_SURNAMES,
  PARTICLES,
  SURNAME_BEGINNINGS,
  SURNAME_ENDS,
  SURNAME_MIDDLES,
  WORLD_SURNAMES,
} from './surname-pool.js';

export type Sex = 'man' | 'woman';

/**
 * A surname. Common ones repeat as they do in life, yet most are composed from syllables: a benchmark with twenty surnames
 * would measure caches, and a linkage would find its weights wrong.
 */
export function surname(random: Random): string {
  const draw = random.below(100);
  if (draw < 24) return random.pick(FRENCH_SURNAMES);
  if (draw < 44) return random.pick(WORLD_SURNAMES).replaceAll('Dos-Santos', 'Dos Santos');
  if (draw < 48) return `${random.pick(FRENCH_SURNAMES)}-${random.pick(WORLD_SURNAMES)}`;
  const composed = composedSurname(random);
  return draw < 94 ? composed : random.pick(PARTICLES) + composed;
}

function composedSurname(random: Random): string {
  const middle = random.chance(0.85) ? random.pick(SURNAME_MIDDLES) : '';
  return random.pick(SURNAME_BEGINNINGS) + middle + random.pick(SURNAME_ENDS);
}

/** One to three given names, the first of which is the one in use. No name comes twice. */
export function givenNames(random: Random, sex: Sex, avoid: readonly string[] = []): readonly string[] {
  const wanted = random.chance(0.45) ? 1 : random.between(2, 3);
  const names: string[] = [];
  while (names.length < wanted) {
    const name = givenName(random, sex);
    if (!names.includes(name) && !avoid.includes(name)) names.push(name);
  }
  return names;
}

function givenName(random: Random, sex: Sex): string {
  if (random.chance(0.8)) return random.pick(sex === 'man' ? MEN_GIVEN_NAMES : WOMEN_GIVEN_NAMES);
  return capitalise(random.pick(GIVEN_BEGINNINGS)) + random.pick(sex === 'man' ? MEN_ENDS : WOMEN_ENDS);
}
