import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { AuditEntry, AuditTrail, Client, KeptAnswer, Transactor } from '#libs/store';
import { keepAnswer, takeAnswerKey } from '#libs/store';
import type { Access } from '../access/access.js';
import { Refusal } from '../problem/refusal.js';

/** How long a repeated request waits for the first one, in milliseconds. */
const PATIENCE_MS = 5_000;
/** PostgreSQL's code for a lock that was not given in time. */
const LOCK_NOT_AVAILABLE = '55P03';
/** Printable ASCII, as the draft of the header has it; 255 characters are more than any UUID. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** What a change came to. */
export interface Done {
  readonly status: number;
  /** Becomes JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly entries: readonly AuditEntry[];
  /** The source person whom the answer is about: with their erasure it goes too. */
  readonly personId: string | null;
  /** The last thing before the commit: what must not be on a disk unless everything else is done. */
  readonly settle?: () => Promise<void>;
}

/**
 * Does a change once for a key: the change, its answer and its entry in the trail are one transaction. The same request again,
 * also at the same moment, gets the same answer (draft-ietf-httpapi-idempotency-key-header).
 */
export class AnswerKeeper {
  /**
   * @param hashKey under which fingerprints of requests are made: an address could be guessed from a plain one
   * @param onChange called after the commit of a change: there may be something in the outbox
   */
  constructor(
    private readonly database: Transactor,
    private readonly trail: AuditTrail,
    private readonly hashKey: Uint8Array,
    private readonly onChange: () => void = () => undefined,
  ) {}

  /**
   * @throws Refusal 400 without a key, 409 while the first request is under way, 422 for another request under the same key;
   * whatever the work throws, and then nothing is kept
   */
  async once(request: FastifyRequest, access: Access, work: (client: Client) => Promise<Done>): Promise<KeptAnswer> {
    const key = {
      grant: access.client.grant,
      key: keyOf(request),
      requestHash: hashOf(this.hashKey, request, access.purpose),
    };
    try {
      const kept = await this.database.transaction(async (client) => {
        await client.query(`SET LOCAL lock_timeout = '${String(PATIENCE_MS)}ms'`);
        const known = await takeAnswerKey(client, key);
        if (known === 'other') throw new Refusal(422, 'idempotency.other-request');
        if (known !== 'taken') return { ...known, headers: { ...known.headers, 'Idempotency-Replayed': 'true' } };
        const { status, body, headers = {}, entries, personId, settle } = await work(client);
        const answer = { status, body: JSON.stringify(body), headers };
        await keepAnswer(client, key, answer, personId);
        await this.trail.record(client, entries);
        await settle?.();
        return answer;
      });
      this.onChange();
      return kept;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
      throw new Refusal(409, 'idempotency.in-flight', { 'Retry-After': '1' });
    }
  }
}

const keyOf = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refusal(400, 'idempotency.key-missing');
  return key;
};

/** What makes two requests the same: method, address, purpose, recipient is the client's own, and the body as it was read. */
const hashOf = (key: Uint8Array, { method, url, body, headers }: FastifyRequest, purpose: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([method, url, purpose, headers['if-match'] ?? null, body ?? null]))
    .digest();
