import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { passerelle, ProblemError } from '../../clients/typescript/src/index.js';
import { killServing, type Serving, serve, untilReady } from '../support/serving.js';
import { ROOT } from '../support/spawn-cli.js';

interface Persona {
  readonly situation: string;
  readonly search: { readonly name: string; readonly given_name: string; readonly birth_date: string };
  readonly person_id: string | null;
  readonly paper_reference: string | null;
}
interface Sandbox extends Serving {
  readonly sandbox: true;
  readonly token: string;
  readonly recipient: string;
  readonly personas: readonly Persona[];
}

const run = promisify(execFile);
/** Temporary folders of this test alone, and a home that a sandbox must leave alone. */
const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
let sandbox: Sandbox;

beforeAll(async () => {
  const environment = {
    TMPDIR: folder,
    PASSERELLE_HOME: join(folder, 'home'),
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  };
  sandbox = (await serve('gateway --sandbox', environment)) as Sandbox;
  await untilReady(sandbox);
}, 120_000);
afterAll(() => {
  killServing();
  rmSync(folder, { recursive: true, force: true });
});

const clientFor = (purpose: string) =>
  passerelle({ baseUrl: sandbox.api, token: sandbox.token, recipient: sandbox.recipient, purpose });
const persona = (situation: string): Persona => sandbox.personas.find((one) => one.situation === situation)!;
const search = async (situation: string, purpose = 'aid_instruction') =>
  (await clientFor(purpose).call('searchPerson', { body: persona(situation).search })).data;

test('a persona for every situation is answered as the situation has it', async () => {
  const match = (situation: string) => ({ result: 'match', person_id: persona(situation).person_id });
  expect(await search('complete')).toEqual(match('complete'));
  expect(await search('incomplete')).toEqual(match('incomplete'));
  expect(await search('several')).toMatchObject({ result: 'several' });
  for (const situation of ['withheld', 'separated', 'refused'])
    expect(await search(situation)).toEqual({ result: 'none' });
  expect(await search('separated', 'data_protection')).toEqual(match('separated'));
});

test('who refused digital filing can still ask, and little knowledge is no gate', async () => {
  const client = clientFor('aid_instruction');
  const { paper_reference } = persona('refused');
  const onPaper = await client.call('openAidRequest', { body: { kind: 'food', paper_reference } });
  expect(onPaper.data).toMatchObject({ status: 'draft', person_id: null, paper_reference });
  const { person_id } = persona('incomplete');
  expect((await client.call('openAidRequest', { body: { kind: 'food', person_id } })).status).toBe(201);
  const gone = client.call('readPerson', { path: { id: persona('withheld').person_id! } });
  await expect(gone).rejects.toThrow(ProblemError);
  await expect(gone).rejects.toMatchObject({ status: 404, code: 'person.unknown-here' });
});

test('each answer says that its persons are invented', async () => {
  for (const path of ['/v1/persons/search', '/openapi.json', '/nothing']) {
    expect((await fetch(sandbox.api + path)).headers.get('passerelle-sandbox')).toBe('true');
  }
});

test('the example of the client runs from the search to a verified webhook', async () => {
  const example = join(ROOT, 'dist/clients/typescript/examples/aid-request.js');
  const words = [sandbox.api, sandbox.token, sandbox.recipient, JSON.stringify(persona('complete').search)];
  const { stdout } = await run(process.execPath, [example, ...words]);
  const outcome = JSON.parse(stdout) as Record<string, unknown>;
  expect(outcome).toMatchObject({
    personId: persona('complete').person_id,
    filled: expect.arrayContaining(['birth_name']) as string[],
    status: 'submitted',
    told: [
      { type: 'aid_request.draft', data: { aid_request_id: outcome['aidRequestId'], version: 1 } },
      { type: 'aid_request.submitted', data: { aid_request_id: outcome['aidRequestId'], version: 2 } },
    ],
  });
}, 60_000);

test('nothing of a sandbox is left, and the installation was never touched', async () => {
  const { code, ms } = await sandbox.stop();
  expect([code, ms < 15_000]).toEqual([0, true]);
  expect(readdirSync(folder)).toEqual([]);
}, 30_000);
