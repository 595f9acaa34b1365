import { allCodes, LANGUAGES, messageFor } from '#libs/messages';
import type { CommandDefinition } from '../definition/index.js';
import { COMMANDS } from './index.js';
import { STAGES } from './rollout-order.js';
import { SUMMARIES } from './summaries.js';

const NAMES: readonly string[] = STAGES.flatMap(({ names }) => [...names]);
const loaded: { registered: (typeof COMMANDS)[number]; command: CommandDefinition }[] = [];
// One after the other: Jest's module loader cannot take commands that share what they import all at once.
for (const registered of COMMANDS) loaded.push({ registered, command: (await registered.load()).command });

/** A command and all under it, with the words that name each. */
const familyOf = (command: CommandDefinition, path: string): readonly (readonly [string, CommandDefinition])[] => [
  [path, command],
  ...(command.subcommands ?? []).flatMap((sub) => familyOf(sub, `${path} ${sub.name}`)),
];
const family = loaded.flatMap(({ command }) => familyOf(command, `passerelle ${command.name}`));

test('the list of commands and the commands say the same', () => {
  for (const { registered, command } of loaded) {
    expect(command.name).toBe(registered.name);
    expect(command.summary).toEqual(registered.summary);
  }
});

test('every name of the rollout has one place and a summary', () => {
  expect(new Set(NAMES).size).toBe(NAMES.length);
  expect(Object.keys(SUMMARIES).sort()).toEqual([...NAMES].sort());
});

test.each(family)('%s can be run or holds commands that can', (_, { run, subcommands = [] }) => {
  expect(run !== undefined || subcommands.length > 0).toBe(true);
});

test.each(family)('%s has examples of itself', (path, { examples }) => {
  expect(examples.length).toBeGreaterThan(0);
  for (const { command } of examples) expect(command).toContain(path);
});

test.each(family)('the options of %s exclude options that exist', (_, { options = {} }) => {
  for (const { conflicts } of Object.values(options)) {
    for (const other of conflicts) expect(Object.keys(options)).toContain(other);
  }
});

test.each(family)('%s takes many words only in its last place', (_, command) => {
  const many = Object.values(command.arguments ?? {}).map((argument) => argument.many);
  expect(many.slice(0, -1)).not.toContain(true);
});

test.each([...allCodes()])('%s sends nobody to a command that the contract does not know', (code) => {
  for (const lang of LANGUAGES) {
    const text = Object.values(messageFor(code, lang) ?? {}).join(' ');
    const named = [...text.matchAll(/`passerelle ([a-z]+)/g)].map((match) => match[1]);
    for (const name of named) expect(NAMES).toContain(name);
  }
});
