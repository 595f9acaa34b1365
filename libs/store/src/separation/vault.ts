import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type ColumnSpec, type Entity, UNIFIED_COLUMNS } from '#libs/domain';

/** 32 random bytes of a key of its own, and what tells two such keys apart. */
export interface VaultKey {
  readonly bytes: Uint8Array;
  readonly fingerprint: string;
}

/** What a value is bound to: put anywhere else, its ciphertext does not open. */
export interface SealedPlace {
  /** `source_person`. */
  readonly table: string;
  /** Keyed id of the person; null: the row is no one person's. */
  readonly personId: string | null;
  readonly rowId: string;
  readonly column: string;
}

/** Sealed values of a row by column; a column that says nothing is there too, so that nobody sees which ones do. */
export type SealedValues = Readonly<Record<string, string>>;

const NONCE = 12;
const TAG = 16;
/** Lengths say nothing below this; the longest value of the model takes a few of them. */
const BLOCK = 64;

/** What tells where somebody is, whatever a policy forgets. A policy may add fields (`tellsWhere`), never take these away. */
const ALWAYS: readonly string[] = ['addressLine', 'addressExtra', 'postcode', 'town', 'unit'];

/** Columns that tell how many are in a household, the ones who left included. */
const COUNTS: readonly string[] = ['children_count'];

/**
 * Closes and opens what tells of a separated person's place: AES-256-GCM, a random nonce each time, under a key that nothing else
 * uses. The key is read when it is first needed.
 */
export class Vault {
  private known: VaultKey | undefined;
  private keys: { readonly values: Buffer; readonly hashes: Buffer } | undefined;
  private readonly columns = new Map<Entity, readonly ColumnSpec[]>();

  /**
   * @param load reads the key. @param mayMake whether one may be made where there is none: only while nothing is encrypted
   * @param tellsWhere whether the policies say so of a field
   */
  constructor(
    private readonly load: (mayMake: boolean) => VaultKey,
    private readonly tellsWhere: (entity: Entity, field: string) => boolean,
  ) {}

  /** A vault with a key that is forgotten: for a rehearsal before there is a key. */
  rehearsal(): Vault {
    const bytes = randomBytes(32);
    return new Vault(() => ({ bytes, fingerprint: '0'.repeat(16) }), this.tellsWhere);
  }

  /** Reads the key. @throws TeachingError `protection-key.*` */
  unlock(mayMake: boolean): VaultKey {
    if (this.known === undefined) {
      this.known = this.load(mayMake);
      const derive = (use: string): Buffer =>
        Buffer.from(hkdfSync('sha256', this.known?.bytes ?? '', '', `passerelle separation ${use}`, 32));
      this.keys = { values: derive('values'), hashes: derive('hashes') };
    }
    return this.known;
  }

  /** The columns of an entity that tell where somebody is. */
  placeColumns(entity: Entity): readonly ColumnSpec[] {
    const known = this.columns.get(entity);
    if (known !== undefined) return known;
    const columns = UNIFIED_COLUMNS[entity].filter(
      ({ field }) => ALWAYS.includes(field) || this.tellsWhere(entity, field),
    );
    this.columns.set(entity, columns);
    return columns;
  }

  /** The columns of a former case that count those who left; with its address where that is theirs. */
  caseColumns(kind: { readonly former: boolean; readonly guarded: boolean }): readonly ColumnSpec[] {
    const counts = kind.former ? UNIFIED_COLUMNS.case.filter(({ column }) => COUNTS.includes(column)) : [];
    return kind.guarded ? [...counts, ...this.placeColumns('case')] : counts;
  }

  /** @returns base64 of nonce, tag and ciphertext */
  seal(place: SealedPlace, value: string | null): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.unlocked.values, nonce).setAAD(boundTo(place));
    const sealed = Buffer.concat([cipher.update(padded(value)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws Error where key, place or bytes are not those that were closed */
  open(place: SealedPlace, sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.unlocked.values, bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    })
      .setAAD(boundTo(place))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    return text[0] === 0 ? null : text.subarray(1, text.indexOf(0, 1)).toString('utf8');
  }

  /** All of a row's columns at once. @param values by column, as text */
  sealRow(
    place: Omit<SealedPlace, 'column'>,
    columns: readonly ColumnSpec[],
    values: Readonly<Record<string, string | null>>,
  ): SealedValues {
    return Object.fromEntries(
      columns.map(({ column }) => [column, this.seal({ ...place, column }, values[column] ?? null)]),
    );
  }

  openRow(place: Omit<SealedPlace, 'column'>, sealed: SealedValues): Readonly<Record<string, string | null>> {
    return Object.fromEntries(
      Object.entries(sealed).map(([column, value]) => [column, this.open({ ...place, column }, value)]),
    );
  }

  /**
   * The hash of a row in place of the plain one: it changes when that does, and whoever guesses an address cannot try it against
   * the rest of the row.
   * @param hash 64 bits, signed or not @returns 64 bits, signed, as a bigint column holds them
   */
  keyedRowHash(rowId: string, hash: bigint): bigint {
    const text = `${bare(rowId)} ${BigInt.asUintN(64, hash).toString(16)}`;
    return createHmac('sha256', this.unlocked.hashes).update(text).digest().readBigInt64BE(0);
  }

  private get unlocked(): { readonly values: Buffer; readonly hashes: Buffer } {
    if (this.keys === undefined) throw new Error('the key of protected places was not read');
    return this.keys;
  }
}

/** An id as it is compared: without hyphens. */
export const bare = (id: string): string => id.replaceAll('-', '').toLowerCase();

const boundTo = ({ table, personId, rowId, column }: SealedPlace): Buffer =>
  Buffer.from(
    JSON.stringify(['passerelle separation 1', table, personId && bare(personId), bare(rowId), column]),
    'utf8',
  );

/** A byte that says whether there is a value, the value, and zeros up to the next block: PostgreSQL's texts hold none. */
const padded = (value: string | null): Buffer => {
  const text = Buffer.from(value ?? '', 'utf8');
  const bytes = Buffer.alloc(Math.ceil((text.length + 2) / BLOCK) * BLOCK);
  if (value !== null) bytes[0] = 1;
  text.copy(bytes, 1);
  return bytes;
};
