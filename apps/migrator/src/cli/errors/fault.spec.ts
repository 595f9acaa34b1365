import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { packageRoot } from '../package-root.js';
import { describeFault } from './fault.js';

const thrown = (work: () => never): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const failAt = (error: Error) =>
  thrown(() => {
    throw error;
  });

test('name, code and place; never the message', () => {
  const error = Object.assign(new TypeError('Key (name)=(DUPONT) already exists'), { code: '23505' });
  expect(describeFault(failAt(error))).toMatch(
    /^TypeError 23505 at apps\/migrator\/src\/cli\/errors\/fault\.spec\.ts:\d+$/,
  );
});

test('a message that looks like a frame is not taken for one', () => {
  const error = new Error('bad\n    at DUPONT (/home/dupont/secret.js:1:1)');
  expect(describeFault(failAt(error))).toMatch(/^Error at apps\/migrator\/src\/cli\/errors\/fault\.spec\.ts:\d+$/);
});

test('a name or a code that is no word of programmers is left out', () => {
  const error = Object.assign(new Error('x'), { name: 'né Dupont', code: 'Émilie Anne' });
  error.stack = '';
  expect(describeFault(error)).toBe('Error');
});

test('whatever is thrown, nothing of its text is told', () => {
  const secret = fc.string({ minLength: 4, unit: 'grapheme' }).map((text) => `§${text}§`);
  fc.assert(
    fc.property(secret, fc.boolean(), (text, changed) => {
      const error = new Error(changed ? 'before' : text);
      error.message = text;
      expect(describeFault(failAt(error))).not.toContain(text);
      expect(describeFault(text)).toBe('string');
    }),
  );
});

test('what is no error is told by its type', () => {
  expect([describeFault(undefined), describeFault({ message: 'DUPONT' })]).toEqual(['undefined', 'object']);
});

test('a place in the built program is told as the place in its sources', () => {
  const built = (path: string) => pathToFileURL(join(packageRoot(), 'dist', path)).href;
  const program = `
    import { describeFault } from '${built('apps/migrator/src/cli/errors/fault.js')}';
    import { loadSettings } from '${built('libs/runtime/src/index.js')}';
    try { loadSettings(null); } catch (error) { process.stdout.write(describeFault(error)); }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stdout).toMatch(/^TypeError at libs\/runtime\/src\/settings\/[\w-]+\.ts:\d+$/);
});
