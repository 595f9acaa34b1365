import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standingOf, type TombstoneLine } from './tombstone.js';
import { TombstoneFile } from './tombstone-file.js';

let folder: string;
let file: TombstoneFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-tombstones-'));
  file = new TombstoneFile(join(folder, 'rights', 'tombstones.jsonl'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const line = (n: number, kind: TombstoneLine['kind']): TombstoneLine => ({
  id: `00000000-0000-0000-0000-00000000000${String(n)}`,
  kind,
  at: `2026-11-22T10:00:0${String(n)}.000Z`,
  incident: null,
  system: 'coordin',
  site: 'psa-07',
  table: 'USAGERS',
});

describe('the file', () => {
  test('holds what was added, for its owner alone; nothing where nothing was', async () => {
    expect(await file.read()).toEqual([]);
    await file.append([]);
    await expect(stat(file.path)).rejects.toThrow('ENOENT');
    await file.append([line(1, 'erased')]);
    await file.append([line(2, 'refused'), line(2, 'withdrawn')]);
    expect(await file.read()).toEqual([line(1, 'erased'), line(2, 'refused'), line(2, 'withdrawn')]);
    expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  });

  test('half a line, left by a power cut, says nothing and swallows nothing', async () => {
    await file.append([line(1, 'erased')]);
    await appendFile(file.path, '{"id":"0000');
    expect(await file.read()).toEqual([line(1, 'erased')]);
    await file.append([line(2, 'erased')]);
    expect(await file.read()).toEqual([line(1, 'erased'), line(2, 'erased')]);
  });

  test('what is no tombstone is none, though it is JSON', async () => {
    await file.append([line(1, 'erased')]);
    const other = { ...line(2, 'erased'), kind: 'forgotten' };
    await appendFile(file.path, `${JSON.stringify(other)}\nnull\n{"id":7}\n`);
    expect(await file.read()).toEqual([line(1, 'erased')]);
    expect(await readFile(file.path, 'utf8')).toContain('forgotten');
  });
});

describe('what stands', () => {
  test('the last word counts, and a withdrawal can be followed by another refusal', () => {
    const { standing, withdrawn } = standingOf([line(1, 'refused'), line(1, 'withdrawn'), line(2, 'refused')]);
    expect([[...standing.keys()], [...withdrawn]]).toEqual([[line(2, 'refused').id], [line(1, 'refused').id]]);
    const again = standingOf([line(1, 'refused'), line(1, 'withdrawn'), line(1, 'refused')]);
    expect([again.standing.size, again.withdrawn.size]).toEqual([1, 0]);
  });

  test('nothing lifts an erasure', () => {
    const { standing, withdrawn } = standingOf([line(1, 'erased'), line(1, 'refused'), line(1, 'withdrawn')]);
    expect([standing.get(line(1, 'erased').id)?.kind, withdrawn.size]).toEqual(['erased', 0]);
  });
});
