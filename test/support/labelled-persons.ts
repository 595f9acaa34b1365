import { readFile } from 'node:fs/promises';
import { type LinkableRecord, type LinkagePlan, prepare, type Truth } from '#libs/linkage';
import { type Client, findStalePersons, FIRST_ID, LAST_ID, LINK_INPUTS, listLinks } from '#libs/store';

/** Source persons as a linkage takes them, and who they really are. */
export interface LabelledPersons {
  readonly records: readonly LinkableRecord[];
  readonly truth: Truth;
}

/** What `truth.json` of generated exports says, as far as linkage is concerned. */
interface TruthDocument {
  /** System, site, source id, number of the true person. */
  readonly links: readonly (readonly [string, string, string, number])[];
  readonly kinds: Readonly<Record<string, string>>;
  /** Birth name, name in use, given name, birth date. */
  readonly people: Readonly<Record<string, readonly [string, string, string, string | null]>>;
}

const PAGE = 20_000;
/** Nothing was ever prepared under this name: everybody is stale. */
const NEVER_PREPARED = 'never prepared';

/** The source persons of a store in which nothing is linked yet, with the truth about the exports that they came from. */
export const labelledPersons = async (
  client: Client,
  plan: LinkagePlan,
  truthFile: string,
): Promise<LabelledPersons> => {
  const told = JSON.parse(await readFile(truthFile, 'utf8')) as TruthDocument;
  const persons = new Map(told.links.map(([system, site, id, person]) => [keyOf(system, site, id), String(person)]));
  const sources = new Map<string, string>();
  const personOf = new Map<string, string>();
  for await (const { personId, system, site, sourceId } of allLinks(client)) {
    sources.set(personId, `${system} ${site}`);
    const person = persons.get(keyOf(system, site, sourceId));
    if (person !== undefined) personOf.set(personId, person);
  }
  const records: LinkableRecord[] = [];
  for await (const { id, values } of allPersons(client)) {
    records.push({
      id,
      source: sources.get(id) ?? '',
      prepared: prepare(plan, values),
      household: values['caseId'] ?? null,
    });
  }
  return { records, truth: { personOf, kindsOf: kindsOf(told) } };
};

const keyOf = (system: string, site: string, sourceId: string): string => `${system} ${site} ${sourceId}`;

/** Traps by their name, and those of whom one system may know the birth name and another the married name. */
const kindsOf = ({ kinds, people }: TruthDocument): Truth['kindsOf'] =>
  new Map(
    Object.entries(people).map(([person, [birthName, usageName]]) => [
      person,
      [...(kinds[person] === undefined ? [] : [kinds[person]]), ...(birthName === usageName ? [] : ['marriedName'])],
    ]),
  );

async function* allLinks(client: Client): AsyncGenerator<Awaited<ReturnType<typeof listLinks>>[number]> {
  for (let after = FIRST_ID; ;) {
    const page = await listLinks(client, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.personId;
  }
}

async function* allPersons(client: Client): AsyncGenerator<Awaited<ReturnType<typeof findStalePersons>>[number]> {
  for (let after = FIRST_ID; ;) {
    const common = { inputs: LINK_INPUTS, fingerprint: NEVER_PREPARED, upTo: LAST_ID, limit: PAGE };
    const page = await findStalePersons(client, { ...common, after });
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
