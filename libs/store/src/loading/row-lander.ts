import { HISTORY_KINDS } from '#libs/domain';
import type { ClientBase } from 'pg';
import { KEEP_MEMBERS, REMOVE_MEMBERS, SET_MEMBERS } from '../sql/case-members.sql.js';
import { findDiffering } from '../sql/find-differing.sql.js';
import { supersedeHistory } from '../sql/supersede-history.sql.js';
import { createStage, keepBefore, updateRows } from '../sql/update-rows.sql.js';
import { RELEASE_WITHHELD } from '../sql/withhold-persons.sql.js';
import { bigintArray, uuidArray } from './binary-arrays.js';
import { CopyBytes } from './copy-bytes.js';
import { copyRows } from './copy-rows.js';

import type { EntityRows, RowFacts } from './entity-rows.js';
import { HISTORY_TABLES } from './history-writer.js';
import type { LoadTarget } from './load-results.js';
import type { TableTallies } from './table-counts.js';

const MEMBER_COLUMNS = ['person_id', 'case_id'] as const;

/** Lands rows of one entity: new ones by COPY straight into the store, changed ones by a stage, unchanged ones not at all. */
export class RowLander {
  constructor(
    private readonly client: ClientBase,
    private readonly target: LoadTarget,
    private readonly tallies: TableTallies,
  ) {}

  /** @param landing which of the rows land */
  async land(rows: EntityRows, landing: readonly number[]): Promise<void> {
    const { created, changed } = await this.compare(rows, landing);
    this.count(rows, landing, 'unchanged', 1);
    this.count(rows, created, 'created', 1);
    this.count(rows, changed, 'updated', 1);
    for (const moved of [created, changed]) this.count(rows, moved, 'unchanged', -1);
    const { relation, columns, entity } = rows.table;
    await copyRows(this.client, relation, columns, rows.take(created));
    if (changed.length > 0) await this.replace(rows, changed);
    if (entity === 'person') await this.placeMembers(rows, created, changed);
    if (entity === 'aid') await this.writeHistory(rows, created, changed);
  }

  private count(
    rows: EntityRows,
    some: readonly number[],
    fate: 'created' | 'updated' | 'unchanged',
    by: 1 | -1,
  ): void {
    for (const row of some) {
      const facts = rows.facts[row];
      if (facts !== undefined) this.tallies.of(facts.table)[fate] += by;
    }
  }

  /** Splits rows into new and changed ones; the rest is in the store as it is. */
  private async compare(
    { table, facts }: EntityRows,
    landing: readonly number[],
  ): Promise<{ created: readonly number[]; changed: readonly number[] }> {
    if (this.target.firstLoad) return { created: landing, changed: [] };
    const ids = uuidArray(landing.map((row) => facts[row]?.id ?? ''));
    const hashes = bigintArray(landing.map((row) => facts[row]?.hash ?? 0n));
    const statement = findDiffering(table.relation);
    const { rows } = await this.client.query<{ n: number; created: boolean }>(statement, [ids, hashes]);
    const places = (wanted: boolean): number[] =>
      rows.flatMap(({ n, created }) => (created === wanted ? [landing[n - 1] ?? 0] : [])).sort((a, b) => a - b);
    return { created: places(true), changed: places(false) };
  }

  private async replace(rows: EntityRows, changed: readonly number[]): Promise<void> {
    const { table } = rows;
    await this.client.query(createStage(table));
    await copyRows(this.client, `pg_temp.stage_${table.name}`, table.columns, rows.take(changed));
    await this.client.query(keepBefore(table), [this.target.runId]);
    await this.client.query(updateRows(table));
    await this.client.query(`DELETE FROM pg_temp.stage_${table.name}`);
  }

  private async placeMembers(
    { facts }: EntityRows,
    created: readonly number[],
    changed: readonly number[],
  ): Promise<void> {
    await this.copyMembers(facts, created);
    if (changed.length > 0) {
      const persons = changed.map((row) => facts[row]?.id);
      const cases = changed.map((row) => facts[row]?.caseId ?? null);
      await this.client.query(KEEP_MEMBERS, [persons, cases, this.target.runId]);
      await this.client.query(REMOVE_MEMBERS, [persons, cases]);
      await this.client.query(SET_MEMBERS, [persons, cases]);
    }
    if (this.target.firstLoad || created.length === 0) return;
    await this.client.query(RELEASE_WITHHELD, [created.map((row) => facts[row]?.id), this.target.runId]);
  }

  private async copyMembers(facts: readonly RowFacts[], created: readonly number[]): Promise<void> {
    const members = new CopyBytes();
    for (const row of created) {
      const person = facts[row];
      if (person === undefined || person.caseId === null) continue;
      members.row(MEMBER_COLUMNS.length);
      members.uuid(person.id);
      members.uuid(person.caseId);
    }
    await copyRows(this.client, 'passerelle.case_member', MEMBER_COLUMNS, members.take('all'));
    members.release();
  }

  private async writeHistory(rows: EntityRows, created: readonly number[], changed: readonly number[]): Promise<void> {
    const { runId } = this.target;
    const ids = changed.map((row) => rows.facts[row]?.id);
    const written = [...created, ...changed].sort((a, b) => a - b);
    for (const kind of HISTORY_KINDS) {
      const { relation, columns } = HISTORY_TABLES[kind];
      if (ids.length > 0) await this.client.query(supersedeHistory(relation), [ids, runId]);
      await copyRows(this.client, relation, columns, rows.takeHistory(kind, written));
    }
  }
}
