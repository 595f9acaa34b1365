import { allCodes, LANGUAGES } from '#libs/messages';
import { MemoryHost } from '../../../../../test/support/memory-host.js';
import { runCli } from '../run.js';

async function explain(...words: string[]) {
  const host = new MemoryHost();
  const code = await runCli(['explain', ...words], host);
  return { code, stdout: host.stdout.text, stderr: host.stderr.text };
}

test.each([...allCodes()])('%s is explained in both languages, as text and as JSON', async (name) => {
  for (const lang of LANGUAGES) {
    const { code, stdout } = await explain(name, '--lang', lang);
    expect(code).toBe(0);
    expect(stdout).toMatch(lang === 'fr' ? /\nPourquoi\n[^]+\nQue faire\n/ : /\nWhy\n[^]+\nWhat to do\n/);
    expect(stdout).not.toMatch(/[{}]|undefined/);
    const document: unknown = JSON.parse((await explain(name, '--lang', lang, '--json')).stdout);
    expect(document).toMatchObject({ code: name, what: expect.any(String), next: expect.any(String) });
  }
});

test('alone it lists every code', async () => {
  const { stdout } = await explain('--lang', 'fr');
  for (const name of allCodes()) expect(stdout).toContain(`\n  ${name}\n`);
});
