import type { GoldenField } from '#libs/linkage';
import type { Settings } from '#libs/runtime';
import { readGoldenPerson, readGoldenRules, readPolicies } from '#libs/services';
import { type Client, pageLinks, type PersonLink, Vault } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { consoleReader } from '../policies/console-reader.js';
import type { Candidate, PersonaSearch } from './persona.js';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const PAGE = 1_000;
const PURPOSE = 'aid_instruction';

/**
 * The persons of the sandbox who can be looked for: those whose names and whole birth date are known. They are invented, and were
 * written a moment ago, so that nothing is noted about reading them.
 */
export const findCandidates = async (engine: Engine, settings: Settings): Promise<readonly Candidate[]> => {
  const rules = readGoldenRules(settings.configDir);
  const reader = consoleReader(engine, readPolicies(settings.configDir), PURPOSE);
  return engine.database.session(async (client) => {
    const found: Candidate[] = [];
    for (const [personId, links] of await personsOf(client)) {
      const { fields } = await readGoldenPerson(client, engine.get(Vault), rules, reader, personId);
      const search = searchOf(fields);
      if (search === null) continue;
      const known = fields.filter(({ chosen }) => chosen !== null).length;
      const records = links.map(({ system, site, sourceId }) => `${system}/${site}/${sourceId}`);
      found.push({ personId, search, records, known });
    }
    return found;
  });
};

const personsOf = async (client: Client): Promise<ReadonlyMap<string, readonly PersonLink[]>> => {
  const persons = new Map<string, PersonLink[]>();
  for (let from: string | null = FIRST_ID; from !== null;) {
    const { links, next }: Awaited<ReturnType<typeof pageLinks>> = await pageLinks(client, from, PAGE);
    for (const link of links) persons.set(link.personId, [...(persons.get(link.personId) ?? []), link]);
    from = next;
  }
  return persons;
};

const searchOf = (fields: readonly GoldenField[]): PersonaSearch | null => {
  const valueOf = (attribute: string, column = attribute): string | null =>
    fields.find((field) => field.attribute === attribute)?.chosen?.values[column] ?? null;
  const [name, given] = [valueOf('birthName'), valueOf('givenNames')];
  const [date, precision] = [valueOf('birthDate'), valueOf('birthDate', 'birthPrecision')];
  const isWhole = date !== null && precision === 'day' && valueOf('birthDate', 'birthCenturyKnown') !== 'false';
  return name === null || given === null || !isWhole ? null : { name, given_name: given, birth_date: date };
};
