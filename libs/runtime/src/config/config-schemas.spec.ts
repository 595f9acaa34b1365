import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageRoot } from '../settings/package-root.js';

const FOLDER = join(packageRoot(), 'config/schema');
const read = (name: string): object => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as object;

test.each(readdirSync(FOLDER))('%s is a JSON Schema by the meta-schema', (name) => {
  const ajv = new Ajv2020({ strict: true });
  expect(ajv.validateSchema(read(name))).toBe(true);
});

test('a schema that says nonsense would be found', () => {
  expect(new Ajv2020({ strict: true }).validateSchema({ ...read('sites.schema.json'), required: 'sites' })).toBe(false);
});
