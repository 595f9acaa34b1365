import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditTrail } from '#libs/services';
import { InlineChunkRunner } from '../../../apps/migrator/src/imports/inline-chunk-runner.js';
import { ImportService } from '../../../apps/migrator/src/imports/import.service.js';
import { RunContexts } from '../../../apps/migrator/src/imports/run-contexts.js';
import { openVault } from '#libs/services';
import { SourceCatalogue, type SourceContext } from '#libs/services';
import { openDatabase, createLogger, loadSettings } from '../../../libs/runtime/src/index.js';
import { createRowHasher, Database, migrate } from '../../../libs/store/src/index.js';
import { createTestDatabase } from '../../support/database.js';
import { FaultSite, SITE } from '../../support/fault-site.js';
import { ROOT } from '../../support/spawn-cli.js';

/** A catalogue whose COORDIN persons have a field that cannot bear one of the records. */
class PoisonedCatalogue extends SourceCatalogue {
  private seen = 0;

  override source(name: string, site: string): SourceContext {
    const context = super.source(name, site);
    const { profile } = context;
    const tables = new Map(profile.tables);
    const persons = tables.get('USAGERS');
    const [first, ...others] = persons?.fields ?? [];
    if (persons === undefined || first === undefined) throw new Error('the profile has no persons');
    const write: typeof first.write = (...args) => {
      this.seen += 1;
      if (this.seen === 3) throw new Error('poison');
      return first.write(...args);
    };
    tables.set('USAGERS', { ...persons, fields: [{ ...first, write }, ...others] });
    return { ...context, profile: { ...profile, tables } };
  }
}

describe('a record that breaks its mapper (invariant 6)', () => {
  it('waits in quarantine alone; its neighbours land', async () => {
    const site = await FaultSite.generate(12);
    const { url, drop } = await createTestDatabase();
    const home = mkdtempSync(join(tmpdir(), 'poison-'));
    const settings = loadSettings({ DATABASE_URL: url, PASSERELLE_HOME: home });
    const access = await openDatabase(settings, createLogger({ logLevel: 'error' }));
    const database = new Database(access.connection);
    try {
      await migrate(access.connection);
      const catalogue = new PoisonedCatalogue(join(ROOT, 'config'));
      const contexts = new RunContexts(catalogue, new Uint8Array(32), openVault(settings));
      const hash = await createRowHasher();
      const { signal } = new AbortController();
      const runner = new InlineChunkRunner(database, contexts, hash, signal);
      const trail = openAuditTrail(database, settings, new Uint8Array(32));
      const service = new ImportService(database, database, catalogue, contexts, hash, runner, 5_000, trail);
      const request = { source: 'coordin', site: SITE, night: null, mode: 'full', paths: [site.exports] } as const;
      const silent = { surveying: () => undefined, loading: () => undefined, resuming: () => undefined };
      const { status, files } = await service.import(request, silent, signal);

      expect(status).toBe('done');
      const persons = files.find(({ tables }) => 'USAGERS' in tables)?.tables['USAGERS'];
      expect(persons?.reasons['value.invalid']).toBe(1);
      expect(persons?.read).toBe((persons?.created ?? 0) + (persons?.quarantined ?? 0) + (persons?.withheld ?? 0));
      expect(persons?.created).toBeGreaterThan(5);
    } finally {
      await database.close();
      await drop();
      rmSync(home, { recursive: true });
      site.remove();
    }
  }, 60_000);
});
