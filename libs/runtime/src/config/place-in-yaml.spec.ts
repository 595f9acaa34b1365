import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeInYaml } from './place-in-yaml.js';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-place-'));
const file = join(folder, 'profile.yml');
writeFileSync(file, "tables:\n  A/B:\n    columns: { X: { field: nothing }, 'Y~': drop }\n");
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [['tables', 'A/B', 'columns', 'X', 'field'], 3, 28],
  [['tables', 'A/B', 'columns', 'Y~'], 3, 45],
  [['tables', 'A/B', 'columns', 'X', 'codes'], 3, 19],
  [[], 1, 1],
])('finds %j, or what encloses it', (path, line, column) => {
  expect(placeInYaml(file, path)).toEqual({ file, line, column });
});
