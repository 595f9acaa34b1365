import { dropOldAnswers } from '../aid-requests/kept-answer.repository.js';
import { forgetReach } from '../clients/reach.repository.js';
import type { Client } from '../connection/database.js';
import { FORGET_LONE_AID_REQUESTS } from '../sql/forget-aid-requests.sql.js';
import { pruneOutbox } from '../webhooks/outbox.repository.js';

/** Answers that no key stands for any more, and who was read before today. @returns how many rows went */
export const forgetPassing = async (client: Client): Promise<number> =>
  (await dropOldAnswers(client)) + (await forgetReach(client));

/** Events that were told, with the log of their deliveries. @param days how long they are kept @returns how many went */
export const purgeOutbox = async (client: Client, days: number): Promise<number> => {
  let gone = 0;
  for (let went = Infinity; went > 0; gone += went) went = await pruneOutbox(client, days);
  return gone;
};

/**
 * Aid requests of nobody in the store (on paper, or of a person whom no import brought again) that nobody has touched for the
 * period of a file. Lines of what was paid stay, without identity. @param today YYYY-MM-DD @returns how many went
 */
export const purgeLoneAidRequests = async (client: Client, today: string, period: string): Promise<number> => {
  const { lock, keep, events, requests } = FORGET_LONE_AID_REQUESTS;
  for (const statement of [lock, keep, events]) await client.query(statement, [today, period]);
  return (await client.query(requests, [today, period])).rowCount ?? 0;
};
