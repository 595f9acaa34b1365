/**
 * Writes what follows from the gateway's own controllers: the OpenAPI document, and the types of the TypeScript client.
 * `--check` writes nothing and fails where a committed file is no longer what it would write.
 */
import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import openapiTs, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENT = 'docs/generated/openapi.json';
const TYPES = 'clients/typescript/src/schema.ts';
const ROUTES = 'clients/typescript/src/routes.ts';
const HEAD = '// Written by `npm run docs` from docs/generated/openapi.json. Do not edit.\n\n';

const { apiDocument } = await import('../dist/apps/gateway/src/openapi/api-document.js');
const document = JSON.parse(JSON.stringify(apiDocument()));
const types = HEAD + astToString(await openapiTs(document, { alphabetize: false, immutable: true }));
const operations = Object.entries(document.paths).flatMap(([path, calls]) =>
  Object.entries(calls).map(([method, { operationId }]) => [operationId, [method.toUpperCase(), path]]),
);
const routes = `${HEAD}import type { Routes } from './client.js';

/** Method and path of each operation. */
export const ROUTES: Routes = ${JSON.stringify(Object.fromEntries(operations))};
`;
const style = await resolveConfig(join(ROOT, TYPES));
const files = {
  [DOCUMENT]: `${JSON.stringify(document, null, 2)}\n`,
  [TYPES]: await format(types, { ...style, parser: 'typescript' }),
  [ROUTES]: await format(routes, { ...style, parser: 'typescript' }),
};

const drifted = [];
for (const [name, text] of Object.entries(files)) {
  const path = join(ROOT, name);
  if (process.argv.includes('--check')) {
    const committed = await readFile(path, 'utf8').catch(() => '');
    if (committed !== text) drifted.push(name);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
if (drifted.length > 0) {
  console.error(`not what the gateway says any more: ${drifted.join(', ')}; run \`npm run docs\``);
  process.exit(1);
}
