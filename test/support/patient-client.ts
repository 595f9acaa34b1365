import { setTimeout as pause } from 'node:timers/promises';
import { type Random } from '../../apps/migrator/src/generate/random.js';
import type { AidRequestSystem, BareRequest } from './aid-request-system.js';
import type { GatewayFleet } from './gateway-fleet.js';

/** A change that was acknowledged. */
export interface Acknowledged {
  readonly key: string;
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

/** What came of one request. */
interface Sent {
  readonly answer: Acknowledged | null;
  /** Whether the answer had been made before. */
  readonly replayed: boolean;
}

/** What a client asks again after: overload, a store that is being opened, a first request that is still under way. */
const AGAIN = [409, 429, 503] as const;
const PAUSE_MS = 20;

/**
 * A client as the guide wants it: whatever becomes of a request, it is sent again with the same key, to any gateway process,
 * until there is an answer.
 */
export class PatientClient {
  /** Every change that was acknowledged, in the order of the answers. */
  readonly acknowledged: Acknowledged[] = [];
  /** Requests that had no answer: the process was killed meanwhile, or was gone. */
  cut = 0;
  /** Answers that had been made before: the commit was there, and its first answer never came. */
  replayed = 0;

  constructor(
    private readonly system: AidRequestSystem,
    private readonly fleet: GatewayFleet,
    private readonly random: Random,
  ) {}

  /** Sends until it is answered. @param match the version that was seen */
  async post(path: string, key: string, body: object, match?: string): Promise<Acknowledged> {
    for (;;) {
      const { answer, replayed } = await this.send(path, key, body, match);
      if (answer !== null) {
        if (replayed) this.replayed += 1;
        this.acknowledged.push(answer);
        return answer;
      }
      await pause(PAUSE_MS);
    }
  }

  /** Sends once; no answer where the process went, or asks to come again. */
  async send(path: string, key: string, body: object, match?: string): Promise<Sent> {
    const came = await this.ask('POST', path, { key, body, headers: match === undefined ? {} : { 'if-match': match } });
    if (came === null) return { answer: null, replayed: false };
    const { answer, text } = came;
    const replayed = answer.headers.has('idempotency-replayed');
    return { answer: { key, status: answer.status, body: text, etag: answer.headers.get('etag') }, replayed };
  }

  /** Reads once. @returns whether there was an answer */
  async read(path: string): Promise<boolean> {
    return (await this.ask('GET', path, {})) !== null;
  }

  /** Null where the process went, or asks to come again. @throws Error for a refusal: waiting would not help */
  private async ask(method: string, path: string, request: BareRequest) {
    try {
      const answer = await this.system.at(this.random.pick(this.fleet.all)).bare(method, path, request);
      const text = await answer.text();
      if (isPassing(answer.status)) return null;
      if (!answer.ok) throw new Error(`${String(answer.status)} ${text}`);
      return { answer, text };
    } catch (error) {
      if (!isCut(error)) throw error;
      this.cut += 1;
      return null;
    }
  }
}

/** Whether the other side was gone, or went. */
const isCut = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(
    (error as { readonly cause?: { readonly code?: string } }).cause?.code ?? '',
  );

const isPassing = (status: number): boolean => (AGAIN as readonly number[]).includes(status);
