import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_REASONS, RECORD_REASONS } from '#libs/domain';
import { COMMANDS } from '../../../apps/migrator/src/cli/commands/index.js';
import { allCodes, codeGroups, messageFor } from './catalogue.js';
import { LANGUAGES } from './language.js';
import { PACKS } from './packs.js';
import type { MessagePack, Teaching } from './teaching.js';
import { placeholdersOf } from './text.js';

const PARTS = ['what', 'why', 'next'] as const;
const entries = PACKS.flatMap(({ messages }) => Object.entries(messages));
const commands: ReadonlyMap<string, (typeof COMMANDS)[number]> = new Map(COMMANDS.map((each) => [each.name, each]));
const textOf = (teaching: Teaching) => PARTS.map((part) => teaching[part]).join('\n');
const placeholders = (teaching: Teaching) => new Set(PARTS.flatMap((part) => placeholdersOf(teaching[part])));

test.each(entries)('%s says everything in both languages', (_, { en, fr }) => {
  for (const part of PARTS) {
    expect(en[part].trim()).not.toBe('');
    expect(fr[part].trim()).not.toBe('');
    expect(fr[part]).not.toBe(en[part]);
  }
});

test.each(entries)('%s uses the same placeholders in both languages', (_, { en, fr }) => {
  expect(placeholders(fr)).toEqual(placeholders(en));
});

test.each(entries)('%s names only commands that the program offers', async (_, { en, fr }) => {
  for (const [, name = '', sub] of `${textOf(en)}\n${textOf(fr)}`.matchAll(/`passerelle ([a-z]+)(?: ([a-z]+))?/g)) {
    expect([...commands.keys()]).toContain(name);
    const { subcommands = [] } = (await commands.get(name)?.load())?.command ?? {};
    if (sub !== undefined && subcommands.length > 0) expect(subcommands.map((each) => each.name)).toContain(sub);
  }
});

// French has the word "passerelle" for the gateway: only the English text can tell a command that lost its backticks.
test.each(entries)('%s puts every command between backticks, where the check above sees it', (_, { en }) => {
  expect(textOf(en)).not.toMatch(/(?<!`)\bpasserelle [a-z]/);
});

test.each(entries)('%s names only documents that are there', (_, { en, fr }) => {
  for (const [document] of `${textOf(en)}\n${textOf(fr)}`.matchAll(/\bdocs\/[\w/-]+\.md/g)) {
    expect([document, existsSync(join(import.meta.dirname, '../../..', document))]).toEqual([document, true]);
  }
});

test('no code is defined twice', () => {
  const codes = entries.map(([code]) => code);
  expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
});

test.each([...RECORD_REASONS, ...FILE_REASONS])('the reason code %s has an entry', (code) => {
  expect(allCodes()).toContain(code);
});

test('every pack beside this file is registered', async () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.messages.ts'));
  const modules = await Promise.all(
    files.map((file) => import(join(import.meta.dirname, file)) as Promise<Record<string, MessagePack>>),
  );
  const codes = modules.flatMap((module) => Object.values(module)).flatMap((pack) => Object.keys(pack));
  expect(codes.filter((code) => !allCodes().includes(code))).toEqual([]);
});

test('a message is filled with its arguments, and shows their names without', () => {
  const filled = messageFor('usage.command', 'en', { word: 'imprt', help: 'passerelle --help' });
  expect(filled?.what).toBe('There is no command "imprt".');
  expect(filled?.next).toContain('`passerelle --help`');
  expect(messageFor('usage.command', 'fr')?.what).toBe("La commande « <word> » n'existe pas.");
});

test('an unknown code has no message', () => {
  expect(messageFor('no.such.code', 'en')).toBeUndefined();
  expect(messageFor('toString', 'en')).toBeUndefined();
});

test('groups hold every code once, under a title in each language', () => {
  expect(codeGroups().flatMap(({ codes }) => codes)).toEqual(allCodes());
  for (const { title } of codeGroups()) for (const lang of LANGUAGES) expect(title[lang]).not.toBe('');
});
