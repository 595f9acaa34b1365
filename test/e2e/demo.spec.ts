import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passerelle } from '../support/spawn-cli.js';

interface Demo {
  readonly sheets: readonly { readonly files: readonly { readonly status: string }[] }[];
  readonly linked: { readonly run: string; readonly status: string; readonly links: number; readonly clusters: number };
}

test('the demo imports and links; run again, everything is there and nothing changes', async () => {
  const home = await mkdtemp(join(tmpdir(), 'passerelle-demo-'));
  try {
    const run = async (): Promise<Demo> => {
      const { code, stdout, stderr } = await passerelle('demo --once --json', {
        PASSERELLE_HOME: home,
        DATABASE_URL: '',
        REDIS_URL: '',
      });
      expect(stderr).not.toMatch(/"level":"(error|fatal)"/);
      expect(code).toBe(0);
      return JSON.parse(stdout) as Demo;
    };
    const first = await run();
    expect(first.linked).toMatchObject({ run: 'L1', status: 'done' });
    expect(first.linked.links).toBeGreaterThan(100);
    const again = await run();
    const statuses = again.sheets.flatMap(({ files }) => files.map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set(['already-imported']));
    const { links, clusters } = first.linked;
    expect(again.linked).toMatchObject({ run: 'L1', status: 'unchanged', links, clusters });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}, 180_000);
