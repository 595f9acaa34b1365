import { TeachingError } from '#libs/domain';
import { generateMessages } from '../../../../libs/messages/src/generate.messages.js';
import type { GenerateOptions } from './options.js';
import { planOf } from './plan.js';

const good: GenerateOptions = {
  out: 'x',
  households: 10,
  seed: 1,
  sites: ['ssdp-06'],
  night: '2026-11-20',
  fourd: 'txt',
};

const codeOf = (change: Partial<GenerateOptions>): string => {
  try {
    planOf({ ...good, ...change });
  } catch (error) {
    if (error instanceof TeachingError && error.exitCode === 2) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('options of a generation', () => {
  it('are accepted as they are', () => {
    expect(codeOf({})).toBe('accepted');
    expect(
      codeOf({ sites: ['ssdp-06', 'psa-19'], evolve: { since: '2026-11-19', changed: 0, removed: 0, added: 1 } }),
    ).toBe('accepted');
  });

  it.each<[string, Partial<GenerateOptions>]>([
    ['generate.households.invalid', { households: 0 }],
    ['generate.households.invalid', { households: 1.5 }],
    ['generate.households.invalid', { households: 3_000_001 }],
    ['generate.seed.invalid', { seed: -1 }],
    ['generate.seed.invalid', { textSeed: Number.NaN }],
    ['generate.sites.invalid', { sites: [] }],
    ['generate.sites.invalid', { sites: ['../etc'] }],
    ['generate.sites.twice', { sites: ['ssdp-06', 'SSDP06'] }],
    ['generate.night.invalid', { night: '2026-02-30' }],
    ['generate.night.invalid', { night: '1999-12-31' }],
    ['generate.night.invalid', { evolve: { since: '2026-11-21', changed: 0, removed: 0, added: 0 } }],
    ['generate.rate.invalid', { dirt: { code: 1.01 } }],
    ['generate.rate.invalid', { evolve: { since: '2026-11-19', changed: Number.NaN, removed: 0, added: 0 } }],
    ['generate.fourd.invalid', { fourd: 'csv' as 'txt' }],
  ])('end as %s for %j, which the catalogue explains', (code, change) => {
    expect(codeOf(change)).toBe(code);
    expect(generateMessages[code]).toBeDefined();
  });
});
