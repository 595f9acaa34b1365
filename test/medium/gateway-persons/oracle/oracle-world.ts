import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PersonsWorld } from '../persons-world.js';
import { drawFields, drawPurposes, drawScopes } from './generated-policies.js';
import {
  type FactPerson,
  type FactRecord,
  type Facts,
  readFactAids,
  readFactCases,
  readFactRequests,
  readNights,
  readRecords,
} from './oracle-facts.js';
import { PolicyOracle } from './policy-oracle.js';
import { insertRequests, shapePersons } from './shape-persons.js';

const ADDRESS = ['address_line', 'postcode', 'town'] as const;

/** A site with persons of every kind that access looks at, in front of policies that hold one of everything. */
export class OracleWorld {
  private constructor(
    readonly world: PersonsWorld,
    readonly policies: PolicyOracle,
    readonly facts: Facts,
  ) {}

  static async open(): Promise<OracleWorld> {
    const world = await PersonsWorld.open();
    const ask = world.rows.bind(world);
    const before = await readRecords(ask);
    await world.site.separate();
    const config = await readFile(join('config', 'policies', 'fields.yml'), 'utf8');
    const purposes = await readFile(join('config', 'policies', 'purposes.yml'), 'utf8');
    await world.gateway('main', {
      'policies/fields.yml': drawFields,
      'policies/purposes.yml': drawPurposes,
      'gateway.yml': (text) => drawScopes(text),
    });
    await shapePersons(world);
    await insertRequests(world);
    const facts: Facts = {
      persons: await personsOf(world, before),
      cases: await readFactCases(ask),
      aids: await readFactAids(ask),
      requests: await readFactRequests(ask),
      nights: await readNights(ask),
    };
    return new OracleWorld(world, new PolicyOracle(drawFields(config), drawPurposes(purposes)), facts);
  }

  close(): Promise<void> {
    return this.world.close();
  }
}

const personsOf = async (world: PersonsWorld, before: readonly FactRecord[]): Promise<readonly FactPerson[]> => {
  const ask = world.rows.bind(world);
  const marks = await ask<{
    id: string;
    restricted: boolean;
    archived: boolean;
    former: string[] | null;
    day: string | null;
  }>(
    `SELECT person.id::text AS id,
            EXISTS (SELECT FROM passerelle.restricted_person AS one WHERE one.person_id = person.id) AS restricted,
            EXISTS (SELECT FROM passerelle.retention_hold AS one WHERE one.person_id = person.id) AS archived,
            (SELECT array_agg(known.case_id::text) FROM passerelle.separated_person AS own
             LEFT JOIN passerelle.separated_case AS known ON known.separation_id = own.separation_id AND known.former
             WHERE own.person_id = person.id) AS former,
            (SELECT to_char(place.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM passerelle.separated_place AS place
             WHERE place.person_id = person.id) AS day
     FROM passerelle.source_person AS person`,
  );
  const records = await readRecords(ask);
  const { givenStreet, givenTown, givenSite } = world.site.hideout;
  return [...new Set(records.map(({ personId }) => personId))].map((id) => {
    const own = records.filter(({ personId }) => personId === id);
    const marked = marks.filter((mark) => own.some((record) => record.id === mark.id));
    const former = marked.flatMap((mark) => mark.former ?? []);
    const separated = marked.some((mark) => mark.former !== null);
    const day = marked.find((mark) => mark.day !== null)?.day ?? null;
    return {
      id,
      // What was closed by the separation is known from before.
      records: own.map((record) => (separated ? { ...record, row: reopened(record, before) } : record)),
      sites: separated ? [givenSite] : [...new Set(own.map(({ site }) => site))],
      restricted: marked.some((mark) => mark.restricted),
      archived: marked.some((mark) => mark.archived),
      separated,
      formerCases: former,
      place: day === null ? null : { addressLine: givenStreet, town: givenTown, day },
    };
  });
};

const reopened = (record: FactRecord, before: readonly FactRecord[]): FactRecord['row'] => {
  const held = before.find(({ id }) => id === record.id)?.row ?? {};
  return { ...record.row, ...Object.fromEntries(ADDRESS.map((column) => [column, held[column] ?? null])) };
};
