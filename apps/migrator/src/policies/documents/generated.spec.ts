import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '#libs/runtime';
import { commandLine } from '../../../../../test/support/command-line.js';
import type { DictionaryData } from './dictionary-data.js';
import { DOCUMENT_NAMES, documentFiles, documentText, FORMATS, policyDocument } from './policy-documents.js';
import type { RegisterData } from './register-data.js';

const CONFIG = join(packageRoot(), 'config');
const GENERATED = join(packageRoot(), 'docs', 'generated');
const documents = DOCUMENT_NAMES.map((name) => policyDocument(CONFIG, name));
const files = documents.flatMap((document) => documentFiles(document, FORMATS));

test.each(files)('docs/generated/$file is what the configuration gives (else: npm run docs)', ({ file, text }) => {
  const path = join(GENERATED, file);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8') === text).toBe(true);
});

test('the notice is one page of plain text: 400 to 600 words in French', () => {
  const words = documentText(documents[2]!, 'md', 'fr')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  expect(words.length).toBeGreaterThanOrEqual(400);
  expect(words.length).toBeLessThanOrEqual(600);
});

test.each(files.filter(({ file }) => file.endsWith('.html')))('$file is one page that fetches nothing', ({ text }) => {
  expect(text).toMatch(/^<!doctype html>\n<html lang="(fr|en)">/);
  expect(text.match(/<h1>/g)).toHaveLength(1);
  expect(text).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  // Every table says what it is, and every cell what it belongs to.
  expect(text.match(/<caption>/g)?.length).toBe(text.match(/<table>/g)?.length);
  expect(text).not.toMatch(/<th>/);
});

test('nothing in the configuration becomes markup', () => {
  const hostile = { lang: 'en', title: '<b>&"', blocks: [{ kind: 'list', items: ['<script>x</script> | `a` *b*'] }] };
  const document = { name: 'notice', data: {}, inWords: () => hostile } as never;
  expect(documentText(document, 'html', 'en')).toContain('<li>&lt;script&gt;x&lt;/script&gt; | `a` *b*</li>');
  expect(documentText(document, 'md', 'en')).toContain('- \\<script\\>x\\</script\\> | \\`a\\` \\*b\\*');
});

test('the dictionary tells where a field comes from, its codes, and who sees it', () => {
  const data = documents[0]!.data as DictionaryData;
  const housing = data.fields.find(({ field, entity }) => entity === 'person' && field === 'housingType');
  expect(housing).toMatchObject({
    store: ['source_person.housing_type', 'rectified_person.housing_type'],
    codeLists: ['housingType'],
    purposes: { housing_orientation: 'full', migration: 'presence' },
  });
  expect(housing?.sources).toContainEqual({ profile: 'tipi', table: 'PERSONNE', column: 'LOGEMENT/@code' });
  const hotel = data.codes.find(({ list, code }) => list === 'housingType' && code === 'hotel');
  expect(hotel?.legacy).toMatchObject({ coordin: ['05'], tipi: ['L5'] });
});

test('the register names a purpose, a basis, recipients and a period for every category', () => {
  const data = documents[1]!.data as RegisterData;
  for (const { legalBasis, retention } of data.categories) {
    expect(data.legalBases).toHaveProperty(legalBasis);
    expect(data.retention).toHaveProperty(retention);
  }
  // Nothing is stored of a dropped field, so its category is no part of the processing.
  expect(data.categories.map(({ category }) => category)).not.toContain('nationalIdentifier');
});

test('the command writes the same files, and prints without --out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-documents-'));
  expect((await commandLine(['policy', 'notice', '--out', folder])).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([
    'notice.en.html',
    'notice.en.md',
    'notice.fr.html',
    'notice.fr.md',
    'notice.json',
  ]);
  rmSync(folder, { recursive: true });
  const { stdout } = await commandLine(['policy', 'register', '--lang', 'fr', '--format', 'md']);
  expect(stdout).toMatch(/^# Registre des traitements\n/);
});
