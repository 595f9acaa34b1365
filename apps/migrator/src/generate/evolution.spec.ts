import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_DIRT, generateExports } from './generate-exports.js';
import type { FileTruth, GenerateOptions, GenerateSummary } from './generate-exports.js';

const BASE = {
  households: 800,
  seed: 9,
  sites: ['ssdp-06', 'psa-19'],
  night: '2026-11-20',
  fourd: 'txt',
  dirt: NO_DIRT,
} as const;

describe('a second night', () => {
  let folder = '';
  let runs = 0;
  const night = (change: Partial<GenerateOptions> = {}): Promise<GenerateSummary> =>
    generateExports({ ...BASE, out: join(folder, String((runs += 1))), ...change });
  const evolved = (changed: number, removed: number, added: number): Promise<GenerateSummary> =>
    night({ night: '2026-11-21', evolve: { since: '2026-11-20', changed, removed, added } });

  /** Records of a text export of 4D by their key. */
  const personnes = async ({ out }: GenerateSummary, site: string): Promise<Map<string, string>> => {
    const rows = (await readFile(join(out, site, 'Personnes.txt'), 'latin1')).split('\r').slice(0, -1);
    return new Map(rows.map((row) => [row.slice(0, row.indexOf('\t')), row]));
  };
  const truthOf = ({ files }: GenerateSummary, site: string): FileTruth =>
    files.find((file) => file.site === site && file.table === 'Personnes') as FileTruth;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-evolution-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is the first night again where nothing happened', async () => {
    const [first, second] = [await night(), await evolved(0, 0, 0)];
    for (const site of BASE.sites) expect(await personnes(second, site)).toEqual(await personnes(first, site));
  });

  it('differs from the first in exactly the records that its truth counts', async () => {
    const [first, second] = [await night(), await evolved(0.1, 0.05, 0.05)];
    for (const site of BASE.sites) {
      const [before, after] = [await personnes(first, site), await personnes(second, site)];
      const kept = [...before.keys()].filter((key) => after.has(key));
      const changed = kept.filter((key) => before.get(key) !== after.get(key));
      const { evolution } = truthOf(second, site);
      expect(evolution).toEqual({
        changed: changed.length,
        removed: before.size - kept.length,
        added: after.size - kept.length,
      });
      expect(Math.min(...Object.values(evolution ?? {}))).toBeGreaterThan(10);
      for (const key of changed) expect(after.get(key)?.endsWith('\t21/11/26')).toBe(true);
    }
  });

  it('says nothing of changes where there is no base night', async () => {
    expect(truthOf(await night(), 'psa-19').evolution).toBeUndefined();
  });
});
