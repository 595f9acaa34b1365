import { type ColumnSpec, type Entity, type StoreRow, UNIFIED_COLUMNS, type Value } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { ENTITY_TABLES } from '../loading/entity-table.js';
import { shareRights } from '../rights/rights-lock.js';
import { noteLegacyCases } from '../sql/separation.sql.js';
import { enforceSeparations } from './enforce-separations.js';
import type { SeparationParts } from './separation.js';
import { listSeparations, unlockVault } from './separations.repository.js';
import { bare, type Vault } from './vault.js';

/** How a row of a separated person lands. */
export interface GuardedRow {
  /** By position of the columns, with nothing where it would tell of a place. */
  readonly values: readonly Value[];
  /** JSON for the column `sealed`. */
  readonly sealed: string;
  /** In place of the plain hash, which would let addresses be guessed. */
  readonly hash: (plain: bigint) => bigint;
}

/**
 * What every landing row passes where somebody is separated: values that tell of a place never reach the database in plain text,
 * and no export joins what a separation took apart.
 */
export class SeparationGate {
  /** Cases that each protected person was separated from. */
  private readonly protects = new Map<string, Set<string>>();
  /** Cases of the protected, by each source person of the former household. */
  private readonly bars = new Map<string, Set<string>>();
  private readonly cases = new Map<string, { former: boolean; guarded: boolean }>();
  /** The case in which an export shows somebody of the batch who may not belong to it; null: in none. */
  private readonly shown = new Map<string, string | null>();
  private touched = false;

  private constructor(
    private readonly vault: Vault,
    separations: readonly SeparationParts[],
  ) {
    for (const separation of separations) this.know(separation);
  }

  /**
   * Reads who is separated, and sees to it that nobody is added before the caller's transaction ends.
   * @returns null where nobody is
   * @throws TeachingError `protection-key.*`: nothing may land plain because a key is missing
   */
  static async open(client: Client, vault: Vault): Promise<SeparationGate | null> {
    await shareRights(client);
    if (!(await unlockVault(client, vault))) return null;
    return new SeparationGate(vault, await listSeparations(client));
  }

  /** How a row lands; null: as it is. */
  guard(entity: Entity, row: StoreRow): GuardedRow | null {
    const columns = this.columnsOf(entity, row);
    if (columns.length === 0) return null;
    const values = [...row.values];
    const closed: Record<string, string | null> = {};
    for (const { column } of columns) {
      const at = UNIFIED_COLUMNS[entity].findIndex((one) => one.column === column);
      const value = values[at] ?? null;
      closed[column] = value === null ? null : String(value);
      values[at] = null;
    }
    const personId = entity === 'case' ? null : entity === 'person' ? row.id : row.personId;
    const place = { table: ENTITY_TABLES[entity].name, personId, rowId: row.id };
    return {
      values,
      sealed: JSON.stringify(this.vault.sealRow(place, columns, closed)),
      hash: (plain) => this.vault.keyedRowHash(row.id, plain),
    };
  }

  /** The case that a person may belong to: none that it was separated from, and none of those who were separated from it. */
  caseOf(personId: string, caseId: string | null): string | null {
    const id = bare(personId);
    const refused = [this.protects.get(id), this.bars.get(id)];
    if (refused.every((cases) => cases === undefined)) return caseId;
    this.touched = true;
    const ties = caseId !== null && refused.some((cases) => cases?.has(bare(caseId)) === true);
    this.shown.set(personId, ties ? caseId : null);
    return ties ? null : caseId;
  }

  /** After the rows of a batch have landed: takes away what ties, and closes cases that have become the protected's own. */
  async settle(client: Client): Promise<void> {
    if (!this.touched) return;
    this.touched = false;
    const shown = [[...this.shown.keys()], [...this.shown.values()]];
    for (const table of ['separated_person', 'separated_former'] as const) {
      await client.query(noteLegacyCases(table), shown);
    }
    this.shown.clear();
    await enforceSeparations(client, this.vault);
    for (const separation of await listSeparations(client)) this.know(separation);
  }

  private know({ persons, former, cases }: SeparationParts): void {
    const left = cases.filter((one) => one.former).map(({ id }) => bare(id));
    const own = cases.filter((one) => !one.former && one.guarded).map(({ id }) => bare(id));
    for (const { id } of persons) addAll(this.protects, bare(id), left);
    for (const id of former) addAll(this.bars, bare(id), own);
    for (const { id, former: wasLeft, guarded } of cases) {
      const known = this.cases.get(bare(id));
      this.cases.set(bare(id), {
        former: wasLeft || known?.former === true,
        guarded: guarded || known?.guarded === true,
      });
    }
  }

  private columnsOf(entity: Entity, row: StoreRow): readonly ColumnSpec[] {
    if (entity === 'case') {
      const kind = this.cases.get(bare(row.id));
      return kind === undefined ? [] : this.vault.caseColumns(kind);
    }
    const personId = entity === 'person' ? row.id : row.personId;
    return personId !== null && this.protects.has(bare(personId)) ? this.vault.placeColumns(entity) : [];
  }
}

const addAll = (sets: Map<string, Set<string>>, id: string, more: readonly string[]): void => {
  sets.set(id, new Set([...(sets.get(id) ?? []), ...more]));
};
