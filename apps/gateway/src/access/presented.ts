import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { ApiClient } from './client.js';

/** How a request says who asks: the token, and what may prove that it is the sender's own. */
export interface Presented {
  /** Of the header `Authorization`, in lower case: `bearer`, or `dpop` with a proof beside it (RFC 9449). */
  readonly scheme: string;
  readonly token: string;
  readonly method: string;
  /** Path and query as they were asked for. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly socket: Socket;
}

/** Who may find out whose token it is. */
export interface Clients {
  /**
   * Null for a token that is none, was revoked or has expired: nobody is told which.
   * @throws Refusal where the token holds and its sender does not prove that it is theirs, or where nobody can tell now
   */
  find(shown: Presented): Promise<ApiClient | null>;
}
