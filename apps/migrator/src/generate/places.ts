import type { Random } from './random.js';
import { two } from './calendar.js';

const WAYS: readonly string[] = ['rue', 'avenue', 'boulevard', 'impasse', 'allée', 'place', 'passage', 'square'];
const WAY_NAMES: readonly string[] = [
  'des Tilleuls',
  'du Moulin',
  "de l'Église",
  'des Acacias',
  "du Château-d'Eau",
  'de la République',
  'Jean-Jaurès',
  'des Lilas',
  'du Général-Leclerc',
  "de l'Abreuvoir",
  'Émile-Zola',
  'des Hirondelles',
  'de la Forêt',
  'Pasteur',
  'du Vieux-Pressoir',
  'des Érables',
  'Saint-Éloi',
  'de la Gare',
  'Olympe-de-Gouges',
  'des Prés-Verts',
  'du Petit-Pont',
  'Félix-Éboué',
  'de la Fontaine-aux-Loups',
  'Voltaire',
];

export interface Address {
  readonly line: string;
  /** Second line, often empty. */
  readonly extra: string;
  readonly postcode: string;
  readonly town: string;
}

/** An address in the district of a site: its number is the last one of the site's name, or 1 where it has none. */
export function address(random: Random, district: number): Address {
  const suffix = random.chance(0.08) ? ' bis' : '';
  const line = `${String(random.between(1, 180))}${suffix} ${random.pick(WAYS)} ${random.pick(WAY_NAMES)}`;
  const floor = random.between(1, 9);
  const extra = random.chance(0.2) ? `Bât. ${random.pick(['A', 'B', 'C'])}, étage ${String(floor)}` : '';
  return { line, extra, postcode: `750${two(district)}`, town: 'Paris' };
}

/** The district (1 to 20) that a site's name speaks of. */
export function districtOf(site: string): number {
  const digits = /(\d+)\D*$/.exec(site)?.[1];
  return digits === undefined ? 1 : ((Number(digits.slice(-4)) + 19) % 20) + 1;
}
