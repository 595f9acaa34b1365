import { PostgresServer } from '../../test/postgres-server.js';
import { FaultReporter } from '../fault-reporter.js';
import { PostgresConnectionSource } from './postgres-connection-source.js';

describe('a server that ends sessions between two statements', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await PostgresServer.create();
    await server.start();
  });
  afterAll(() => server.dispose());

  it('fails whoever makes the queue tables, not their process', async () => {
    const idle = ['idle_session_timeout', 'idle_in_transaction_session_timeout'];
    await server.run(idle.map((name) => `ALTER ROLE postgres SET ${name} = '1ms'`).join('; '));
    const outcomes: string[] = [];
    for (let n = 0; n < 20; n++) {
      const source = new PostgresConnectionSource(
        server.connectionString,
        `queue_${String(n)}`,
        'queue',
        new FaultReporter(() => undefined),
      );
      outcomes.push(
        await source.ready().then(
          () => 'made',
          () => 'failed',
        ),
      );
      await source.close();
    }
    expect(outcomes).toContain('failed');
  });
});
