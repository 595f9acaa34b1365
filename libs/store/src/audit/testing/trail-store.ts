import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '../../../../../test/support/database.js';
import type { StoreConnection } from '../../connection/data-source.js';
import type { Database } from '../../connection/database.js';
import { openMigratedStore } from '../../connection/testing/migrated-store.js';
import { type AuditEntry, BARE_ENTRY, type StoredEntry } from '../audit-entry.js';
import { AuditTrail } from '../audit-trail.js';
import { GENESIS, hashEntry, sealHead } from '../chain.js';
import { readCheckpoints } from '../checkpoint-file.js';
import { nextEntries } from '../entries.repository.js';
import type { Testimony } from '../judge-checkpoints.js';
import { Notary } from '../notary.js';
import type { TrailReport } from '../trail-report.js';
import { verifyTrail } from '../verify-trail.js';

export const KEYS = { chain: Buffer.alloc(32, 1), seal: Buffer.alloc(32, 2) };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const SIGNER = {
  publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
};

/** A source person's id from a number. */
export const subject = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const anEntry = (about: Partial<AuditEntry> = {}): AuditEntry => ({
  ...BARE_ENTRY,
  action: 'persons.show',
  purpose: 'case_support',
  subjectId: subject(1),
  fields: ['birthName', 'town'],
  ...about,
});

/** A migrated store with an empty trail, and a folder that plays the home. */
export class TrailStore {
  readonly file: string;
  readonly notary: Notary;

  private constructor(
    private readonly test: TestDatabase,
    readonly connection: StoreConnection,
    readonly database: Database,
    private readonly folder: string,
  ) {
    this.file = join(folder, 'audit', 'checkpoints.jsonl');
    this.notary = new Notary(() => SIGNER, this.file);
  }

  static async open(connections = 4): Promise<TrailStore> {
    const { test, connection, database } = await openMigratedStore(connections);
    return new TrailStore(test, connection, database, mkdtempSync(join(tmpdir(), 'trail-')));
  }

  trail(database: Database = this.database): AuditTrail {
    return new AuditTrail(database, KEYS, this.notary);
  }

  async testimonies(source: Testimony['source'] = 'home', file = this.file): Promise<Testimony[]> {
    const lines = await readCheckpoints(file, 'empty');
    return lines.flatMap(({ checkpoint }) => (checkpoint === null ? [] : [{ source, checkpoint }]));
  }

  verify(testimonies: readonly Testimony[] = []): Promise<TrailReport> {
    return verifyTrail(this.database, KEYS, testimonies);
  }

  /** What somebody does who owns the database and takes the guards off. */
  async tamper(...statements: readonly string[]): Promise<void> {
    await this.database.transaction(async (client) => {
      await client.query(`SET LOCAL session_replication_role = 'replica'`);
      for (const statement of statements) await client.query(statement);
    });
  }

  /** Writes entries anew with all keys, as the perfect forger would: checkpoints alone can tell. */
  async rewrite(change: (entry: StoredEntry) => Partial<Pick<StoredEntry, 'at' | 'outcome'>>): Promise<void> {
    const entries = await this.database.session((client) => nextEntries(client, 0, 10_000));
    let last = GENESIS;
    const statements = entries.map((entry) => {
      const forged = { ...entry, ...change(entry) };
      const before = last.hash.toString('hex');
      last = { seq: entry.seq, hash: hashEntry(KEYS, last.hash, entry.seq, forged.at, forged) };
      return `UPDATE passerelle.audit_entry SET at = '${forged.at}', outcome = '${forged.outcome}',
                previous_hash = '\\x${before}', hash = '\\x${last.hash.toString('hex')}' WHERE seq = ${String(entry.seq)}`;
    });
    const seal = sealHead(KEYS, last).toString('hex');
    await this.tamper(
      ...statements,
      `UPDATE passerelle.audit_head SET hash = '\\x${last.hash.toString('hex')}', seal = '\\x${seal}'`,
    );
  }

  /** An empty trail again. */
  async clear(): Promise<void> {
    const zeros = `decode(repeat('00', 32), 'hex')`;
    await this.tamper(
      'DELETE FROM passerelle.audit_entry',
      'DELETE FROM passerelle.audit_checkpoint',
      'DELETE FROM passerelle.audit_head',
      `INSERT INTO passerelle.audit_head (seq, hash, seal) VALUES (0, ${zeros}, ${zeros})`,
    );
    rmSync(this.file, { force: true });
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.test.drop();
    rmSync(this.folder, { recursive: true });
  }
}
