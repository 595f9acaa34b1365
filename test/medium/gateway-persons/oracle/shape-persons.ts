import { type PersonsWorld, SIRET, SITE } from '../persons-world.js';

export const OTHER_BODY = '11111111111111';
/** A site of which nothing was ever imported. */
export const ELSEWHERE = 'ssdp-19';

/** States, sites and kinds of aid, each for some persons; a case that a separated person shares with somebody else. */
export const shapePersons = async (world: PersonsWorld): Promise<void> => {
  const rows = world.rows.bind(world);
  const separated = await rows<{ id: string }>(
    'SELECT person_id::text AS id FROM passerelle.separated_person ORDER BY 1',
  );
  const isPlain = (sourceIds: readonly string[]): boolean => !separated.some(({ id }) => sourceIds.includes(id));
  const plain = (await world.persons()).filter(({ sourceIds }) => isPlain(sourceIds));
  await rows(`INSERT INTO passerelle.site (code) VALUES ($1)`, [ELSEWHERE]);
  const move = `UPDATE passerelle.source_person SET site_id = (SELECT id FROM passerelle.site WHERE code = $2) WHERE id = ANY ($1::uuid[])`;
  for (const [at, { sourceIds }] of plain.entries()) {
    const one = [sourceIds.at(-1)];
    if (at % 7 === 2 || at % 7 === 4)
      await rows('INSERT INTO passerelle.restricted_person (person_id, at) VALUES ($1, now())', one);
    if (at % 7 === 3 || at % 7 === 4) {
      await rows(
        `INSERT INTO passerelle.retention_hold (person_id, ground, until, at, archived_on, incident)
         VALUES ($1, 'appeal', '2099-01-01', now(), '2026-01-01', 'DPO-1')`,
        one,
      );
    }
    if (at % 5 === 1) await rows(move, [at % 2 === 0 ? sourceIds : one, ELSEWHERE]);
    if (at % 6 === 5) await rows('DELETE FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[])', [sourceIds]);
  }
  await rows(
    `UPDATE passerelle.aid SET nature = 'health' WHERE id IN (SELECT id FROM passerelle.aid ORDER BY id LIMIT 6)`,
  );
  await rows(
    `UPDATE passerelle.aid SET nature = NULL WHERE id IN (SELECT id FROM passerelle.aid ORDER BY id DESC LIMIT 2)`,
  );
  const own = crypto.randomUUID();
  await rows(
    `INSERT INTO passerelle.source_case SELECT (jsonb_populate_record(held, jsonb_build_object('id', $1::text, 'source_key', 'own'))).*
     FROM passerelle.source_case AS held ORDER BY held.id LIMIT 1`,
    [own],
  );
  const [neighbour] = plain;
  await rows('DELETE FROM passerelle.case_member WHERE person_id = $1', [neighbour?.sourceIds[0]]);
  await rows('INSERT INTO passerelle.case_member (person_id, case_id) VALUES ($1, $3), ($2, $3)', [
    neighbour?.sourceIds[0],
    separated[0]?.id,
    own,
  ]);
};

const ENDS = [
  ['adjourned', { waiting_for: ['invoice'], waiting_until: '2099-01-31' }],
  ['refused', { reason: 'budget' }],
  ['paid', { reason: 'otherAid', granted_cents: 9_000, paid_cents: 8_000, paid_on: '2026-11-03' }],
  ['granted', { granted_cents: 310_000 }],
] as const;

/** Requests of both bodies, sensitive ones among them, for two persons of three and for those who are separated. */
export const insertRequests = async (world: PersonsWorld): Promise<void> => {
  const persons = await world.persons();
  const separated = await world.rows<{ id: string }>('SELECT person_id::text AS id FROM passerelle.separated_person');
  for (const [at, { sourceIds }] of persons.entries()) {
    const isSeparated = separated.some(({ id }) => sourceIds.includes(id));
    const kinds = at % 3 === 2 && !isSeparated ? [] : ['health', 'food', 'health'];
    for (const [number, kind] of kinds.entries()) {
      const [status, said] = ENDS[(at + number) % ENDS.length]!;
      const full = { granted_cents: null, paid_cents: null, paid_on: null, reason: null, waiting_for: [], ...said };
      const id = crypto.randomUUID();
      const head = {
        id,
        kind,
        status,
        version: 2,
        person_id: sourceIds[0],
        recipient: number === 1 ? SIRET : OTHER_BODY,
      };
      const recipient = at % 2 === 0 && number === 2 ? SIRET : head.recipient;
      const more = { site: SITE, requested_cents: 12_000 + at, requested_on: `2026-10-${String(10 + at)}` };
      const when = { grant_id: 'token/oracle', created_at: '2026-11-01T08:00:00Z', changed_at: '2026-11-02T08:00:00Z' };
      await world.rows(
        `INSERT INTO passerelle.aid_request SELECT (jsonb_populate_record(NULL::passerelle.aid_request, $1)).*`,
        [JSON.stringify({ ...head, ...full, ...more, ...when, recipient })],
      );
      const amount = 'granted_cents' in said ? said.granted_cents : null;
      const drawn = {
        version: 1,
        at: when.created_at,
        status: 'draft',
        amount_cents: more.requested_cents,
        waiting_for: [],
      };
      const ended = { ...full, version: 2, at: when.changed_at, status, amount_cents: amount };
      for (const one of [drawn, ended]) {
        await world.rows(
          `INSERT INTO passerelle.aid_request_move
           SELECT (jsonb_populate_record(NULL::passerelle.aid_request_move, $1)).*`,
          [JSON.stringify({ ...one, aid_request_id: id, grant_id: 'token/oracle' })],
        );
      }
    }
  }
};
