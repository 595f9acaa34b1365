import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { packageRoot } from '#libs/runtime';

const { withoutIdleNames } = (await import(join(packageRoot(), 'tools/idle-names.mjs'))) as {
  readonly withoutIdleNames: (text: string) => string;
};

describe('names in a bundle', () => {
  const NAMER = `var __name = (target, value) => Object.defineProperty(target, 'name', { value, configurable: true });`;
  const nameOf = (text: string): unknown => runInNewContext(`(() => {${NAMER}\n${withoutIdleNames(text)}})()`);

  it.each([
    ['const read = __name(() => 1, "read"); return read.name;', 'read'],
    ['const read = __name(function() { return 1; }, "read"); return read.name;', 'read'],
    ['const read = __name(async (a, b) => __name(() => a, "inner"), "read"); return read.name;', 'read'],
    ['const all = { read: __name(() => 1, "read") }; return all.read.name;', 'read'],
    ['let read; read = __name(() => 1, "read"); return read.name;', 'read'],
    ['function read() { return 1; } __name(read, "read"); return read.name;', 'read'],
    ['const read2 = __name(() => 1, "read"); return read2.name;', 'read'],
    ['function read2() { return 1; } __name(read2, "read"); return read2.name;', 'read'],
    ['const read2 = class { static { __name(this, "Read"); } }; return read2.name;', 'Read'],
    ['return __name(() => 1, "read").name;', 'read'],
  ])('stay what they are: %s', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it('are not given where the language gives them, and nothing moves', () => {
    const text = 'const read = __name(() => {\n  return 1;\n}, "read");\nread();';
    const lighter = withoutIdleNames(text);
    expect(lighter).not.toContain('__name');
    expect(lighter.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
    expect(lighter.indexOf('return 1')).toBe(text.indexOf('return 1'));
  });

  it('are given to no closure of the gateway that bears its name anyway', async () => {
    const folders = ['dist/apps/gateway', 'dist/apps/shared'].map((folder) => join(packageRoot(), folder));
    let files = 0;
    for (const folder of folders) {
      for (const file of (await readdir(folder)).filter((name) => name.endsWith('.js'))) {
        const text = await readFile(join(folder, file), 'utf8');
        expect(text).not.toMatch(/(?:const|let|var) (\w+) = (?:\/\* @__PURE__ \*\/ )?__name\(\(\) => \w+, "\1"\)/);
        files += 1;
      }
    }
    expect(files).toBeGreaterThan(2);
  });
});
