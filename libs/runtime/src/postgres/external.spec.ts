import { TeachingError } from '#libs/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { createLogger } from '../logging/logger.js';
import { loadSettings } from '../settings/settings.js';
import { openDatabase } from './open-database.js';

const logger = createLogger({ logLevel: 'error' });
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const open = (url: string): ReturnType<typeof openDatabase> =>
  openDatabase(loadSettings({ DATABASE_URL: url }), logger);

async function refusal(change: (url: URL) => void): Promise<TeachingError> {
  const url = new URL(database.url);
  change(url);
  const error: unknown = await open(url.href).catch((reason: unknown) => reason);
  if (!(error instanceof TeachingError)) throw new Error('not refused', { cause: error });
  expect(error.exitCode).toBe(2);
  if (url.password !== '') expect(JSON.stringify([error.args, error.message])).not.toContain(url.password);
  return error;
}

describe('a database of one’s own', () => {
  it('is used as it is', async () => {
    const access = await open(database.url);
    expect(access).toMatchObject({ url: database.url, embedded: false });
    expect(`/${access.connection.database}`).toBe(new URL(database.url).pathname);
    await access.revive();
    await access.release();
  });

  it('must answer', async () => {
    const error = await refusal((url) => {
      url.search = '';
      url.hostname = '127.0.0.1';
      url.port = '1';
    });
    expect(error).toMatchObject({
      code: 'database.unreachable',
      args: { host: '127.0.0.1', port: 1, reason: 'ECONNREFUSED' },
    });
  });

  it('must exist', async () => {
    const error = await refusal((url) => (url.pathname = '/nowhere'));
    expect(error).toMatchObject({ code: 'database.unknown', args: { database: 'nowhere' } });
  });

  it('must let us in', async () => {
    expect(await refusal((url) => (url.username = 'nobody_known'))).toMatchObject({
      code: 'database.login',
      args: { user: 'nobody_known' },
    });
  });

  it('needs a URL that can be read', async () => {
    await expect(open('postgres://user:secret@host:port/x')).rejects.toMatchObject({
      code: 'settings.invalid',
      args: { name: 'DATABASE_URL' },
    });
  });
});
