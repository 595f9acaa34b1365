import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { allCodes, messageFor } from '#libs/messages';
import { CONTROLLERS } from '../../../apps/gateway/src/api/api.module.js';
import { apiDocument } from '../../../apps/gateway/src/openapi/api-document.js';
import { buildDocument } from '../../../apps/gateway/src/openapi/build-document.js';
import { OPERATIONS, TAGS } from '../../../apps/gateway/src/openapi/operations/index.js';
import { readRoutes } from '../../../apps/gateway/src/openapi/read-routes.js';
import { codesByStatus } from '../../../apps/gateway/src/problem/codes.js';
import { Contract } from '../../support/contract/contract.js';
import { ROOT } from '../../support/spawn-cli.js';

const run = promisify(execFile);
const document = JSON.parse(JSON.stringify(apiDocument())) as Record<string, never>;
const SOURCES = join(ROOT, 'apps/gateway/src');

test('the committed document is what the controllers say', () => {
  const committed = readFileSync(join(ROOT, 'docs/generated/openapi.json'), 'utf8');
  expect(JSON.parse(committed)).toEqual(document);
});

test('the committed client is what the document says', async () => {
  await run(process.execPath, ['tools/write-openapi.mjs', '--check'], { cwd: ROOT });
}, 60_000);

test('each call is described, and nothing that is no call', () => {
  const names = readRoutes(CONTROLLERS).map(({ name }) => name);
  expect(Object.keys(OPERATIONS).sort()).toEqual([...names].sort());
  const ids = Object.values(OPERATIONS).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const route of readRoutes(CONTROLLERS)) expect([route.name, route.scopes]).not.toEqual([route.name, []]);
});

test('a call that nobody described is in the document all the same', () => {
  const { paths } = buildDocument(CONTROLLERS, {}, TAGS) as { paths: object };
  expect(Object.keys(paths)).toEqual(Object.keys(document['paths'] ?? {}));
});

test('no call lists persons, and none knows a worker (invariant 15)', () => {
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"([a-z][a-z_]*)":\{/gi), ...text.matchAll(/"name":"([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => /worker|agent|author|employee|referent|operator|user/i.test(name ?? ''))).toEqual([]);
  const paths = Object.entries(document['paths'] as unknown as Record<string, object>);
  // Whatever tells of a person is asked by an id that a search gave; what lists without one tells of none.
  const lists = paths.flatMap(([path, calls]) => ('get' in calls && !path.includes('{id}') ? [path] : []));
  expect(lists.sort()).toEqual(['/v1/statistics', '/v1/statistics/{table}', '/v1/webhooks']);
});

test('every example is what its schema says', () => {
  const contract = new Contract(document);
  const paths = Object.entries(document['paths'] as unknown as Record<string, Record<string, Told>>);
  const faults = paths.flatMap(([path, calls]) =>
    Object.entries(calls).flatMap(([method, { responses }]) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content).map(([contentType, { example }]) =>
          example === undefined
            ? null
            : contract.fault({ method, path, status: Number(status), contentType, body: JSON.stringify(example) }),
        ),
      ),
    ),
  );
  expect(faults.filter((fault) => fault !== null)).toEqual([]);
});
interface Told {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { example?: unknown }>> }>>;
}

describe('codes of problems', () => {
  const told = new Set([...codesByStatus().values()].flat());

  test('each can be explained in both languages', () => {
    for (const code of told) {
      expect([code, messageFor(code, 'en')?.next, messageFor(code, 'fr')?.next]).not.toContain(undefined);
    }
  });

  test('each that the sources refuse with is in the document, under its status', () => {
    const sources = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.spec)\.ts$/.test(entry.name))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
      .join('\n');
    const byStatus = codesByStatus();
    const refusals = [...sources.matchAll(/Refusal\(\s*(\d{3}),\s*'([a-z.-]+)'/g)];
    expect(refusals.length).toBeGreaterThan(15);
    for (const [, status, code] of refusals) {
      expect([status, code, byStatus.get(Number(status))?.includes(code ?? '')]).toEqual([status, code, true]);
    }
    // Codes that are handed to a helper first; catalogues of other subjects have words that look alike.
    const known = new Set(allCodes());
    const words = [...sources.matchAll(/'((?:access|idempotency|version|request|gateway|route)\.[a-z-]+)'/g)];
    const missing = words.map(([, code = '']) => code).filter((code) => known.has(code) && !told.has(code));
    expect(missing.filter((code) => !START.has(code))).toEqual([]);
  });
});
/** The gateway's own start, told on a console and in no answer. */
const START = new Set(['gateway.port-in-use', 'gateway.port-denied', 'gateway.host-unknown', 'gateway.ended']);

test('Spectral and its OWASP rules find no error', async () => {
  // It fails where it finds something, and says what on standard output.
  const { stdout } = await run(process.execPath, ['tools/lint-openapi.mjs'], { cwd: ROOT }).catch(
    (error: unknown) => error as { readonly stdout: string },
  );
  expect(stdout.split('\n').filter((line) => line !== '')).toEqual([]);
}, 60_000);
