const TOUCH = `
  INSERT INTO passerelle.link_touched (person_id, rescore)`;
const UNLESS_KNOWN = 'ON CONFLICT (run_id, person_id) DO NOTHING';

/** Who was linked to nobody that exists any more: rolled back, withheld or erased source persons. Read once, as a whole. */
export const FIND_GONE = `
  CREATE TEMPORARY TABLE gone_person ON COMMIT DROP AS
  SELECT stored.person_no, stored.person_id, stored.codes
  FROM passerelle.link_person AS stored
  WHERE NOT EXISTS (SELECT FROM passerelle.source_person AS person WHERE person.id = stored.person_id)`;

/**
 * Forgets all that was derived from them, one statement after the other. Their partners and those who were one person with
 * them are noted for a new decision, and get another person's id at once where theirs was the id of somebody gone.
 * Decisions that people took stay: a person who comes back meets them again.
 */
export const FORGET_GONE: readonly string[] = [
  `${TOUCH}
   SELECT edge.right_id, false FROM gone_person AS gone JOIN passerelle.link_edge AS edge ON edge.left_id = gone.person_id
   UNION SELECT edge.left_id, false FROM gone_person AS gone JOIN passerelle.link_edge AS edge ON edge.right_id = gone.person_id
   UNION SELECT verdict.right_id, false FROM gone_person AS gone
         JOIN passerelle.link_verdict AS verdict ON verdict.left_id = gone.person_id AND verdict.revoked_at IS NULL
   UNION SELECT verdict.left_id, false FROM gone_person AS gone
         JOIN passerelle.link_verdict AS verdict ON verdict.right_id = gone.person_id AND verdict.revoked_at IS NULL
   UNION SELECT mate.source_person_id, false FROM gone_person AS gone
         JOIN passerelle.person_cluster AS own ON own.source_person_id = gone.person_id
         JOIN passerelle.person_cluster AS mate ON mate.person_id = own.person_id
   ${UNLESS_KNOWN}`,
  `DELETE FROM passerelle.link_key AS key
   USING (SELECT gone.person_no, code FROM gone_person AS gone, unnest(gone.codes) AS code) AS old
   WHERE key.code = old.code AND key.person_no = old.person_no`,
  'DELETE FROM passerelle.link_edge AS edge USING gone_person AS gone WHERE edge.left_id = gone.person_id',
  'DELETE FROM passerelle.link_edge AS edge USING gone_person AS gone WHERE edge.right_id = gone.person_id',
  'DELETE FROM passerelle.person_cluster AS own USING gone_person AS gone WHERE own.source_person_id = gone.person_id',
  `UPDATE passerelle.person_cluster AS mate SET person_id = remaining.smallest
   FROM gone_person AS gone
   CROSS JOIN LATERAL (
     SELECT other.source_person_id AS smallest FROM passerelle.person_cluster AS other
     WHERE other.person_id = gone.person_id ORDER BY other.source_person_id LIMIT 1
   ) AS remaining
   WHERE mate.person_id = gone.person_id`,
  'DELETE FROM passerelle.link_touched AS touched USING gone_person AS gone WHERE touched.person_id = gone.person_id',
  'DELETE FROM passerelle.link_person AS stored USING gone_person AS gone WHERE stored.person_no = gone.person_no',
];

/**
 * Erases what persons were compared by, in the transaction that takes them out of the store: what is left of them until the
 * next link run forgets it are keyed ids. One who comes back before it is prepared anew, since nothing is made of 0.
 * @param persons a query of ids
 */
export const eraseFeatures = (persons: string): readonly string[] => [
  `DELETE FROM passerelle.link_key AS key
   USING (
     SELECT stored.person_no, code FROM passerelle.link_person AS stored, unnest(stored.codes) AS code
     WHERE stored.person_id IN (${persons})
   ) AS old
   WHERE key.code = old.code AND key.person_no = old.person_no`,
  `UPDATE passerelle.link_person SET features = '', codes = '{}', made_of = 0 WHERE person_id IN (${persons})`,
];
