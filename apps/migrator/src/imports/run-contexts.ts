import { TeachingError } from '#libs/domain';
import { type Client, findFile, findRun, type Vault } from '#libs/store';
import type { SourceCatalogue } from '#libs/services';
import type { ChunkWork } from './load-chunk.js';

/** Runs that a worker keeps ready; one after the other is the rule, a few at once the exception. */
const KEPT = 16;

/** Finds what chunks need and keeps it while they last: compiled profile, minimiser, file facts. */
export class RunContexts {
  private readonly kept = new Map<string, Promise<ChunkWork>>();

  constructor(
    private readonly catalogue: SourceCatalogue,
    private readonly key: Uint8Array,
    readonly vault: Vault,
    /** `sealed`: with the rules that the run was planned with, or not at all. `today`: replays read with today's rules. */
    private readonly rules: 'sealed' | 'today' = 'sealed',
  ) {}

  /** For replays: the profile may have learned a code since the run was planned. */
  withTodaysRules(): RunContexts {
    return new RunContexts(this.catalogue, this.key, this.vault, 'today');
  }

  async of(client: Client, runId: number, fileId: number): Promise<ChunkWork> {
    const name = `${String(runId)}/${String(fileId)}`;
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const found = this.find(client, runId, fileId);
    // What could not be found now (the database was away) may be found by the next chunk.
    found.catch(() => this.kept.delete(name));
    this.kept.set(name, found);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return found;
  }

  private async find(client: Client, runId: number, fileId: number): Promise<ChunkWork> {
    const run = await findRun(client, runId);
    const file = await findFile(client, fileId);
    if (run === null || file === null) throw new TeachingError('run.unknown', { run: runId });
    const source = this.catalogue.source(run.system, run.site);
    // A chunk read by other rules than its neighbours would make a sheet that nobody could explain.
    if (this.rules === 'sealed' && source.fingerprint !== run.profileFingerprint) {
      throw new TeachingError('run.profile-changed', { source: run.system });
    }
    const { rows } = await client.query<{ id: number; name: string }>(
      'SELECT id, name FROM passerelle.source_table WHERE system_id = $1',
      [run.systemId],
    );
    const tableIds = new Map(rows.map(({ id, name }) => [name, id]));
    return { run, file, source, minimiser: source.minimiser(this.key), tableIds, vault: this.vault };
  }
}
