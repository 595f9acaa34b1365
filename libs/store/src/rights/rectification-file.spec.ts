import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rectification } from './rectification.js';
import { RectificationFile } from './rectification-file.js';

const KEY = Buffer.alloc(32, 7);
let folder: string;
let file: RectificationFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-rectifications-'));
  file = new RectificationFile(join(folder, 'rights', 'rectifications.jsonl'), KEY);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const id = (n: number): string => `00000000-0000-0000-0000-00000000000${String(n)}`;
const one = (n: number, town: string, at = `2026-11-22T10:00:0${String(n)}.000Z`): Rectification => ({
  ...{ id: id(n), field: 'address', at, incident: 'DPO-1' },
  values: { address_line: null, postcode: null, town },
});

test('holds what was noted, closed, for its owner alone; nothing where nothing was', async () => {
  expect(await file.read()).toEqual({ standing: [], withdrawn: [] });
  await file.note([]);
  await file.forget(new Set([id(1)]));
  await expect(stat(file.path)).rejects.toThrow('ENOENT');
  await file.note([one(1, 'Zuydcoote'), one(2, 'Zuydcoote')]);
  expect(await file.read()).toEqual({ standing: [one(1, 'Zuydcoote'), one(2, 'Zuydcoote')], withdrawn: [] });
  const text = await readFile(file.path, 'utf8');
  expect(text).not.toMatch(/Zuydcoote|Wnl1eWRjb290/i);
  // Equal values do not look equal.
  const sealed = text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { sealed: string }).sealed);
  expect(new Set(sealed).size).toBe(2);
  expect((await stat(file.path)).mode & 0o777).toBe(0o600);
});

test('the last word about a field counts; a withdrawal leaves no value, a forgotten person no line', async () => {
  await file.note([one(1, 'Zuydcoote')]);
  await file.note([one(1, 'Zwevegem', '2026-11-22T11:00:00.000Z'), one(2, 'Zele')]);
  expect((await file.read()).standing.map(({ values }) => values['town'])).toEqual(['Zwevegem', 'Zele']);
  await file.note([], [{ id: id(1), field: 'address', at: '2026-11-22T12:00:00.000Z' }]);
  const { standing, withdrawn } = await file.read();
  expect([standing.map((line) => line.id), withdrawn.map((line) => line.id)]).toEqual([[id(2)], [id(1)]]);
  await file.forget(new Set([id(1), id(2)]));
  expect(await readFile(file.path, 'utf8')).toBe('');
});

test.each([
  ['another key', (text: string) => text, Buffer.alloc(32, 8)],
  ['a changed reference', (text: string) => text.replace('DPO-1', 'DPO-2'), KEY],
  ['half a line', (text: string) => text.slice(0, -20), KEY],
  ['no JSON', () => 'x\n', KEY],
])('%s does not open, and says so without quoting', async (_story, change, key) => {
  await file.note([one(1, 'Zuydcoote')]);
  await writeFile(file.path, change(await readFile(file.path, 'utf8')));
  await expect(new RectificationFile(file.path, key).read()).rejects.toMatchObject({
    code: 'rectification.file',
    args: { file: file.path },
  });
});
