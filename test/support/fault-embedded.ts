import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, type DatabaseAccess, loadSettings, openDatabase } from '../../libs/runtime/src/index.js';
import { until } from '../../libs/queue/test/until.js';
import { FaultImport } from './fault-import.js';
import type { FaultSite } from './fault-site.js';
import { send } from './fault-watch.js';
import { isAlive } from './serving.js';

/** A home with an embedded server of its own, which a test may crash. The test itself is one of the home's commands. */
export class EmbeddedFault {
  private constructor(
    private readonly home: string,
    private readonly access: DatabaseAccess,
    readonly run: FaultImport,
  ) {}

  /** The key is the site's, so that the digests of undisturbed imports hold here too. */
  static async open(site: FaultSite): Promise<EmbeddedFault> {
    const home = mkdtempSync(join(tmpdir(), 'passerelle-crash-'));
    const settings = { PASSERELLE_HOME: home, PASSERELLE_KEY_FILE: join(site.home, 'installation.key') };
    const access = await openDatabase(loadSettings(settings), createLogger({ logLevel: 'error' }));
    return new EmbeddedFault(home, access, new FaultImport(site, access.url, settings));
  }

  /** The process of the server, by its own account. */
  async postmaster(): Promise<number> {
    let pid = 0;
    await until('the server answers', async () => {
      const [row] = (await this.run.watch.rows<{ folder: string }>('SHOW data_directory').then(named)) ?? [];
      if (row !== undefined) pid = Number.parseInt(readFileSync(join(row.folder, 'postmaster.pid'), 'utf8'), 10);
      return pid > 0;
    });
    return pid;
  }

  /** Crashes the server with kill -9. */
  async crash(): Promise<void> {
    send(await this.postmaster(), 'SIGKILL');
  }

  /** Leaves the home like a command does; nobody is there any more, so the server stops. */
  async leave(): Promise<void> {
    const pid = await this.postmaster();
    await this.access.release();
    await until('the server is gone', () => !isAlive(pid));
  }

  async remove(): Promise<void> {
    await this.run.remove();
    await this.access.release();
    rmSync(this.home, { recursive: true, force: true });
  }
}

const named = (rows: readonly object[] | null): { folder: string }[] | undefined =>
  rows?.map((row) => ({ folder: String((row as Record<string, unknown>)['data_directory']) }));
