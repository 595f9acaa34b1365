import { loadInstallationKey, loadSettings } from '#libs/runtime';
import {
  findHeldSubjects,
  openVault,
  readGoldenRules,
  readPolicies,
  readSeenPerson,
  requestReader,
  visibleMembers,
} from '#libs/services';
import type { Client } from '#libs/store';
import { onDatabase } from '../support/bench-server.js';
import type { Place } from '../support/product-command.js';
import type { GatewayWorld } from './world.js';

/** A prepared statement as `pg` takes it. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The statements by which the gateway reads a person for a purpose; each takes the ids of source persons. */
export interface ReadStatements {
  /** Tells the records (`id`) that the person is made of, and what access to it is decided by. */
  readonly whole: Statement;
  /** What those records say. */
  readonly records: Statement;
}

/**
 * The statements as they go over the wire. Taken down while the product's own code reads somebody, so that both sides of the comparison ask the same.
 */
export const readStatements = async (
  place: Place,
  { configDir, ids, purpose }: GatewayWorld,
): Promise<ReadStatements> => {
  const settings = loadSettings({ PASSERELLE_HOME: place.server.home, PASSERELLE_CONFIG: configDir });
  const vault = openVault(settings);
  const book = readPolicies(configDir);
  const [recipient = null] = book.purpose(purpose)?.recipients ?? [];
  const grant = {
    id: 'bench',
    purposes: [purpose],
    sites: 'all' as const,
    recipients: recipient === null ? [] : [recipient],
    expires: null,
  };
  const request = { purpose, grant, recipient, now: new Date().toISOString(), throughCase: null };
  const statements: Statement[] = [];
  await onDatabase(place.database.connection, async (client) => {
    const recorder = recording(client, statements);
    const [subject] = await findHeldSubjects(recorder, vault, ids.slice(0, 1));
    if (subject === undefined) throw new Error('there is nobody to read');
    const view = requestReader(book, request, loadInstallationKey(settings).bytes).viewOf(subject);
    const members = visibleMembers(subject, view, subject.members);
    await readSeenPerson(recorder, vault, readGoldenRules(configDir), { subject, members, view });
  });
  const [whole, records, ...more] = statements;
  if (whole === undefined || records === undefined || more.length > 0)
    throw new Error('a read is no longer two statements');
  return { whole, records };
};

/** Passes statements on, and keeps their texts. */
const recording = (client: Client, statements: Statement[]): Client => {
  const query = (statement: Statement): unknown => {
    statements.push({ name: statement.name, text: statement.text });
    return client.query(statement);
  };
  return { query } as unknown as Client;
};
