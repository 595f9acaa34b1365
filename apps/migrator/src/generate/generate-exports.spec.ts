import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FOURD_SHAPES, generateExports, householdsFor, recordsOf } from './generate-exports.js';
import type { GenerateOptions, GenerateSummary } from './generate-exports.js';

const TOKEN = /KNR[A-Z2-9]{9}/g;

describe('generated exports', () => {
  let folder = '';
  let runs = 0;

  const generate = (change: Partial<GenerateOptions> = {}): Promise<GenerateSummary> => {
    const out = join(folder, String((runs += 1)));
    const sites = ['ssdp-06', 'psa-19'];
    return generateExports({ out, households: 300, seed: 5, sites, night: '2026-11-20', fourd: 'txt', ...change });
  };

  /** SHA-256 of every file below the folder, by its path there. */
  const hashes = async (out: string): Promise<Map<string, string>> => {
    const names = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const paths = names.map((entry) => join(entry.parentPath, entry.name)).toSorted();
    const hash = async (path: string): Promise<string> =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
    return new Map(
      await Promise.all(paths.map(async (path) => [path.slice(out.length + 1), await hash(path)] as const)),
    );
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-exports-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(FOURD_SHAPES)(
    'come out byte for byte the same again, 4D as %s, with nothing else left behind',
    async (fourd) => {
      const [one, other] = [await generate({ fourd }), await generate({ fourd })];
      const files = await hashes(one.out);
      expect(await hashes(other.out)).toEqual(files);
      expect([...files.keys()]).toEqual(
        [...one.files.map(({ site, name }) => `${site}/${name}`), 'truth.json'].toSorted(),
      );
    },
  );

  it('differ in every file for another seed', async () => {
    const [one, other] = [await hashes((await generate()).out), await hashes((await generate({ seed: 6 })).out)];
    for (const [name, hash] of one) expect(other.get(name)).not.toBe(hash);
  });

  it('hold as many planted tokens as the truth says, each once', async () => {
    const summary = await generate();
    const texts = await Promise.all(
      summary.files.map(({ site, name }) => readFile(join(summary.out, site, name), 'latin1')),
    );
    const tokens = texts.flatMap((text) => text.match(TOKEN) ?? []);
    expect(tokens.length).toBe(summary.canaries);
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(summary.records).toBe(summary.files.reduce((sum, file) => sum + recordsOf(file), 0));
  });

  it('differ in dropped fields alone for another text seed', async () => {
    const [one, other] = [await generate(), await generate({ textSeed: 6 })];
    const truth = async (out: string): Promise<object> => ({
      ...(JSON.parse(await readFile(join(out, 'truth.json'), 'utf8')) as object),
      canaries: 0,
    });
    expect(await truth(other.out)).toEqual(await truth(one.out));
    const persons = async (out: string): Promise<string[]> =>
      (await readFile(join(out, 'psa-19', 'Personnes.txt'), 'latin1')).split('\r').map((row) =>
        row
          .split('\t')
          .filter((_, index) => index !== 12 && index < 14)
          .join(),
      );
    expect(await persons(other.out)).toEqual(await persons(one.out));
    expect((await hashes(other.out)).get('psa-19/Personnes.txt')).not.toBe(
      (await hashes(one.out)).get('psa-19/Personnes.txt'),
    );
  });

  it('come to about as many records as were asked for', async () => {
    const summary = await generate({ households: householdsFor(20_000) });
    expect(Math.abs(summary.records - 20_000)).toBeLessThan(1_000);
  });

  it('tell how far they are, and stop when asked, leaving nothing behind', async () => {
    const stop = new AbortController();
    const out = join(folder, 'stopped');
    const seen: number[] = [];
    const options: GenerateOptions = {
      out,
      households: 1_200,
      seed: 5,
      sites: ['ssdp-06'],
      night: '2026-11-20',
      fourd: 'slk',
      signal: stop.signal,
    };
    await generateExports(options, ({ households, of, records }) => {
      seen.push(households);
      expect(of).toBe(1_200);
      expect(records).toBeGreaterThan(households);
    });
    expect(seen).toEqual([500, 1_000, 1_200]);
    const stopped = generateExports(options, ({ households }) => {
      if (households === 500) stop.abort(new RangeError('enough'));
    });
    await expect(stopped).rejects.toThrow(RangeError);
    expect((await hashes(out)).size).toBe(0);
  });

  it('refuse a folder that holds what is not theirs, and a path that is no folder', async () => {
    const out = join(folder, 'foreign');
    await mkdir(join(out, 'psa-19'), { recursive: true });
    await writeFile(join(out, 'psa-19', 'Personnes.slk'), '');
    await expect(generate({ out })).rejects.toMatchObject({ code: 'generate.out.foreign', exitCode: 2 });
    await expect(generate({ out: join(out, 'psa-19', 'Personnes.slk') })).rejects.toMatchObject({
      code: 'generate.out.unwritable',
      exitCode: 1,
    });
    expect((await readdir(out)).toSorted()).toEqual(['psa-19', 'ssdp-06']);
  });
});
