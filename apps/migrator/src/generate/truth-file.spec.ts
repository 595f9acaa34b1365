import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExports } from './generate-exports.js';

type Truth = Record<string, unknown> & {
  links: [string, string, string, number][];
  people: Record<string, [string, string, string, string | null]>;
  kinds: Record<string, string>;
  files: { system: string; clean: number; table: string; persons?: { clean: number } }[];
};

const SAMPLE = join(process.cwd(), '..', 'shared', 'samples', 'night', 'truth.json');

describe('truth.json', () => {
  let out = '';
  let truth: Truth;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'generate-truth-file-'));
    await generateExports({
      out,
      households: 900,
      seed: 4,
      sites: ['ssdp-06', 'psa-19'],
      night: '2026-11-20',
      fourd: 'sql',
    });
    truth = JSON.parse(await readFile(join(out, 'truth.json'), 'utf8')) as Truth;
  });

  afterAll(() => rm(out, { recursive: true, force: true }));

  it('links every clean person of every system, once', () => {
    const sources = truth.links.map(([system, site, id]) => [system, site, id].join());
    expect(new Set(sources).size).toBe(sources.length);
    for (const [system, table] of [
      ['coordin', 'USAGERS'],
      ['4d', 'Personnes'],
      ['tipi', 'TIPI'],
    ] as const) {
      const clean = truth.files
        .filter((file) => file.table === table)
        .reduce((sum, file) => sum + (file.persons ?? file).clean, 0);
      expect(truth.links.filter((link) => link[0] === system).length).toBe(clean);
    }
  });

  it('knows exactly the people that are linked, and what makes some of them traps', () => {
    const linked = new Set(truth.links.map(([, , , person]) => String(person)));
    expect(new Set(Object.keys(truth.people))).toEqual(linked);
    expect(new Set(Object.values(truth.kinds))).toEqual(new Set(['twin', 'namesake', 'junior']));
    for (const id of Object.keys(truth.kinds)) expect(linked.has(id)).toBe(true);
  });

  it('names as namesakes only people who share names and not the date of birth', () => {
    const namesakes = Object.entries(truth.kinds).filter(([, kind]) => kind === 'namesake');
    const dates = new Map<string, (string | null)[]>();
    for (const [id] of namesakes) {
      const [name, , given, date] = truth.people[id] ?? ['', '', '', ''];
      dates.set(`${name} ${given}`, [...(dates.get(`${name} ${given}`) ?? []), date]);
    }
    for (const each of dates.values()) {
      expect(each.length).toBeGreaterThanOrEqual(2);
      expect(new Set(each).size).toBe(each.length);
    }
  });

  it('has the shape of the sample, where that is there', async () => {
    if (!existsSync(SAMPLE)) {
      console.log(`skipped: no sample truth to compare with`);
      return;
    }
    const sample = JSON.parse(await readFile(SAMPLE, 'utf8')) as Truth;
    expect(Object.keys(truth).toSorted()).toEqual(Object.keys(sample).toSorted());
    const keys = (each: Truth): string[] => each.files.slice(0, 8).map((file) => Object.keys(file).join());
    expect(keys(truth)).toEqual(keys(sample));
    expect(Object.keys(truth['aids'] as object)).toEqual(Object.keys(sample['aids'] as object));
    expect(Object.keys(truth['acts'] as object).toSorted()).toEqual(Object.keys(sample['acts'] as object).toSorted());
    expect(typeof truth.links[0]?.[3]).toBe(typeof sample.links[0]?.[3]);
  });
});
