import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ASKED_FOR, BUNDLED } from './bundled.mjs';

/** Packages of many small files, as the sources and the suites name them. */
const PACKAGES = [
  '@nestjs/bull-shared',
  '@nestjs/bullmq',
  '@nestjs/common',
  '@nestjs/common/constants.js',
  '@nestjs/common/internal',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  'ajv/dist/2020.js',
  'bullmq',
  'fast-check',
  'fastify',
  'ioredis',
  'jose',
  'yaml',
  'zod',
];

/** What the bundles leave where it is: of one kind with what suites load by themselves, or never there. */
const EXTERNAL = ['reflect-metadata', 'pg', 'pino', ...ASKED_FOR];

const fileOf = (name) => name.replace(/\.js$/, '').replaceAll(/[@/]/g, '_');

/**
 * Jest evaluates every module again for every suite, and each of a thousand small files costs it half a millisecond. So packages
 * are gathered into few files, once for each lock file.
 * @returns Jest's moduleNameMapper for them
 */
export async function testPackages(root) {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const version = lock
    .update(readFileSync(import.meta.filename))
    .update(readFileSync(join(import.meta.dirname, 'bundled.mjs')))
    .update(process.version)
    .digest('hex')
    .slice(0, 16);
  const cache = join(root, 'node_modules/.cache/passerelle-test-packages');
  const folder = join(cache, version);
  if (!existsSync(folder)) await bundle(cache, folder);
  return Object.fromEntries(PACKAGES.map((name) => [`^${name}$`, join(folder, `${fileOf(name)}.mjs`)]));
}

/** Whole or not at all: two runs may begin together. */
async function bundle(cache, folder) {
  await mkdir(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  const texts = new Map();
  // A bundle cannot tell the names of a CommonJS package; Node can.
  for (const name of PACKAGES) texts.set(name, `export { ${(await namesOf(name)).join(', ')} } from '${name}';`);
  await build({
    ...BUNDLED,
    entryPoints: PACKAGES.map((name) => ({ in: `entry:${name}`, out: fileOf(name) })),
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    minifyWhitespace: true,
    legalComments: 'none',
    external: EXTERNAL,
    logLevel: 'error',
    plugins: [entries(cache, texts)],
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
}

/** Newer versions of Node add `module.exports`, which is no name. */
const namesOf = async (name) => Object.keys(await import(name)).filter((each) => /^[\w$]+$/.test(each));

const entries = (resolveDir, texts) => ({
  name: 'entries',
  setup(build) {
    build.onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
    build.onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({ contents: texts.get(path), resolveDir }));
  },
});
