import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, loadSettings } from '#libs/runtime';
import { type Gateway, startGateway } from '../../../apps/gateway/src/gateway.js';
import { apiDocument } from '../../../apps/gateway/src/openapi/api-document.js';
import { WebhookStore } from '../../../libs/store/src/webhooks/testing/webhook-store.js';
import { findBrowser, render } from '../../support/browser.js';

const folder = mkdtempSync(join(tmpdir(), 'gateway-pages-'));
let store: WebhookStore;
let gateway: Gateway;

beforeAll(async () => {
  store = await WebhookStore.open();
  const settings = loadSettings({ PASSERELLE_HOME: join(folder, 'home'), DATABASE_URL: store.url });
  const options = { host: '127.0.0.1', port: 0, opsPort: 0, isSandbox: true };
  gateway = await startGateway(options, settings, createLogger({ logLevel: 'error' }));
});
afterAll(async () => {
  await gateway.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${String(gateway.port)}${path}`);

test('the document is there for everybody', async () => {
  const answer = await get('/openapi.json');
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(apiDocument())));
});

test('the page needs nothing from elsewhere, and runs no script that stands in it', async () => {
  const answer = await get('/docs');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const page = await answer.text();
  expect(page).not.toMatch(/<script(?![^>]* src="\/docs\/)|style="|https?:/);
  const parts = [...page.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(parts).toHaveLength(3);
  for (const path of parts) {
    const part = await get(path);
    expect([path, part.status, part.headers.get('content-type')]).toEqual([
      path,
      200,
      expect.stringMatching(/^text\/(javascript|css); charset=utf-8$/),
    ]);
    expect(part.headers.get('content-security-policy')).toBe(policy);
    expect((await part.text()).length).toBeGreaterThan(100);
  }
});

const browser = findBrowser();
const shown = 'a browser shows every call under that policy, and has nothing to complain of';
if (browser === null) test.skip(`${shown} (no chromium on the PATH)`, () => undefined);
else {
  test(
    shown,
    async () => {
      const url = `http://127.0.0.1:${String(gateway.port)}/docs`;
      const { dom, complaints } = await render(browser, url, join(folder, 'browser'));
      const { paths } = JSON.parse(JSON.stringify(apiDocument())) as { paths: Record<string, object> };
      const calls = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map(() => path));
      const told = [...dom.matchAll(/data-path="([^"]+)"/g)].map(([, path]) => path);
      expect(told.sort()).toEqual(calls.sort());
      expect(complaints).toEqual([]);
    },
    120_000,
  );
}

test.each(['/docs/../package.json', '/docs/%2e%2e/package.json', '/docs/index.html', '/docs/swagger-ui.js'])(
  '%s is nothing',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('a sandbox says so in every answer, refusals too', async () => {
  for (const path of ['/docs', '/openapi.json', '/v1/persons/search', '/v1/aid-requests/x', '/nothing', '/v1/%zz']) {
    expect([path, (await get(path)).headers.get('passerelle-sandbox')]).toEqual([path, 'true']);
  }
});
