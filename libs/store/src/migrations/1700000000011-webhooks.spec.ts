import { WebhookStore } from '../webhooks/testing/webhook-store.js';
import { Webhooks1700000000011 } from './1700000000011-webhooks.js';

let store: WebhookStore;
beforeAll(async () => {
  store = await WebhookStore.open();
});
afterAll(() => store.close());

const columns = (): Promise<{ table_name: string; column_name: string; data_type: string }[]> =>
  store.database.query(
    `SELECT table_name, column_name, data_type FROM information_schema.columns
     WHERE table_schema = 'passerelle' AND (table_name LIKE 'webhook%' OR table_name = 'outbox_event') ORDER BY 1, 2`,
  );

test('the tables of webhooks say what a row of them is', async () => {
  const comments = await store.database.query<{ comment: string | null }>(
    `SELECT obj_description(oid, 'pg_class') AS comment FROM pg_class
     WHERE relnamespace = 'passerelle'::regnamespace AND relkind = 'r' AND (relname LIKE 'webhook%' OR relname = 'outbox_event')`,
  );
  expect(comments).toHaveLength(4);
  for (const { comment } of comments) expect(comment?.length).toBeGreaterThan(20);
});

test('no column of them has room for what a receiver answered, or for anything of a person', async () => {
  const names = (await columns()).map(({ table_name, column_name }) => `${table_name}.${column_name}`);
  expect(names.filter((name) => /body|payload|response|header|person|name$/.test(name))).toEqual([]);
});

test('it goes down and comes up again', async () => {
  const before = await columns();
  await store.database.transaction(async (client) => {
    const runner = { query: (text: string) => client.query(text) } as never;
    const migration = new Webhooks1700000000011();
    await migration.down(runner);
    await migration.up(runner);
  });
  expect(await columns()).toEqual(before);
});
