import type { OracleSubject } from './policy-oracle.js';

/** A row as the store holds it, values as text. */
export type Row = Readonly<Record<string, string | null>>;

/** What one record says of a person, or a case that lends it an address. */
export interface FactRecord {
  readonly id: string;
  readonly personId: string;
  readonly system: string;
  readonly site: string;
  readonly night: string;
  readonly caseId: string | null;
  readonly row: Row;
}

export interface FactCase {
  readonly id: string;
  readonly system: string;
  readonly site: string;
  readonly night: string;
  readonly row: Row;
}

/** An aid of the past: imported, or a request of the gateway. */
export interface FactAid {
  readonly id: string;
  readonly origin: string;
  readonly sourcePersonId: string;
  readonly site: string | null;
  readonly night: string | null;
  /** SIRET of the body that opened it; null for an imported one. */
  readonly recipient: string | null;
  readonly status: string | null;
  /** By unified field: `outcome` is the code, `decidedOn` and `paidOn` are days. */
  readonly said: Row;
}

/** A request of the gateway as it stands, with its history. */
export interface FactRequest {
  readonly id: string;
  readonly sourcePersonId: string;
  readonly recipient: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly moves: readonly Readonly<Record<string, unknown>>[];
}

export interface FactPerson extends OracleSubject {
  readonly id: string;
  readonly records: readonly FactRecord[];
  /** Where a separated person is now, and the day on which that was told; null for others. */
  readonly place: { readonly addressLine: string; readonly town: string; readonly day: string } | null;
}

export interface Facts {
  readonly persons: readonly FactPerson[];
  readonly cases: readonly FactCase[];
  readonly aids: readonly FactAid[];
  readonly requests: readonly FactRequest[];
  /** Night of the last import of each site. */
  readonly nights: ReadonlyMap<string, string>;
}

type Ask = <T extends object>(text: string, values?: unknown[]) => Promise<T[]>;

const SOURCE = `
  JOIN passerelle.site AS site ON site.id = held.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = held.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  JOIN passerelle.import_run AS run ON run.id = held.last_run`;
const OF = `system.code AS system, site.code AS site, run.night::text AS night`;

const asText = (row: Readonly<Record<string, unknown>>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value as string | number),
    ]),
  );

type Held<T> = Omit<T, 'row'> & { readonly row: Readonly<Record<string, unknown>> };

export const readRecords = async (ask: Ask): Promise<readonly FactRecord[]> => {
  const rows = await ask<Held<FactRecord>>(
    `SELECT held.id::text AS id, coalesce(cluster.person_id, held.id)::text AS "personId", ${OF},
            member.case_id::text AS "caseId", to_jsonb(held) AS row
     FROM passerelle.source_person AS held ${SOURCE}
     LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = held.id
     LEFT JOIN passerelle.case_member AS member ON member.person_id = held.id ORDER BY held.id`,
  );
  return rows.map((one) => ({ ...one, row: asText(one.row) }));
};

export const readFactCases = async (ask: Ask): Promise<readonly FactCase[]> => {
  const rows = await ask<Held<FactCase>>(
    `SELECT held.id::text AS id, ${OF}, to_jsonb(held) AS row FROM passerelle.source_case AS held ${SOURCE}`,
  );
  return rows.map((one) => ({ ...one, row: asText(one.row) }));
};

export const readFactAids = async (ask: Ask): Promise<readonly FactAid[]> => {
  const said = (names: readonly string[]): string =>
    `jsonb_build_object(${['nature', 'requestedOn', 'requestedAmount', 'outcome', 'decidedOn', 'grantedAmount', 'payment', 'paidOn'].map((field, at) => `'${field}', ${names[at] ?? 'NULL'}`).join(', ')})`;
  const paid = (what: string): string =>
    `(SELECT ${what} FROM passerelle.aid_payment WHERE aid_id = held.id AND superseded_run IS NULL)`;
  const imported = ['nature', 'requested_on', 'requested_cents', 'outcome', 'decided_on', 'granted_cents'];
  const asked = ['kind', 'requested_on', 'requested_cents', 'NULL', 'NULL', 'granted_cents', 'paid_cents', 'paid_on'];
  const rows = await ask<Omit<FactAid, 'said'> & { readonly said: Readonly<Record<string, unknown>> }>(
    `SELECT held.id::text AS id, system.code AS origin, held.person_id::text AS "sourcePersonId", site.code AS site,
            run.night::text AS night, NULL AS recipient, NULL AS status,
            ${said([...imported.map((name) => `held.${name}`), paid('sum(paid_cents)'), paid('max(paid_on)')])} AS said
     FROM passerelle.aid AS held ${SOURCE}
     UNION ALL
     SELECT id::text, 'gateway', person_id::text, site, NULL, recipient, status, ${said(asked)}
     FROM passerelle.aid_request WHERE person_id IS NOT NULL`,
  );
  return rows.map((one) => ({ ...one, said: asText(one.said) }));
};

export const readFactRequests = async (ask: Ask): Promise<readonly FactRequest[]> =>
  ask<FactRequest>(
    `SELECT id::text AS id, person_id::text AS "sourcePersonId", recipient, to_jsonb(request) AS row,
            (SELECT jsonb_agg(to_jsonb(move) ORDER BY move.version) FROM passerelle.aid_request_move AS move
             WHERE move.aid_request_id = request.id) AS moves
     FROM passerelle.aid_request AS request WHERE person_id IS NOT NULL ORDER BY id`,
  );

export const readNights = async (ask: Ask): Promise<ReadonlyMap<string, string>> => {
  const rows = await ask<{ site: string; night: string }>(
    `SELECT site.code AS site, max(run.night)::text AS night FROM passerelle.import_run AS run
     JOIN passerelle.site AS site ON site.id = run.site_id WHERE run.status = 'done' GROUP BY 1`,
  );
  return new Map(rows.map(({ site, night }) => [site, night]));
};
