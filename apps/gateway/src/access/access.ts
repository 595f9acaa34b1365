import type { AccessRequest } from '#libs/minimiser';
import type { ApiClient } from './client.js';

/** What one request may do: the client, and the purpose and recipient that it states. Made by the guard alone. */
export interface Access {
  readonly client: ApiClient;
  readonly purpose: string;
  /** Those of the client that the stated purpose gives. */
  readonly scopes: readonly string[];
  /** SIRET, as the audit trail keeps it. */
  readonly recipient: string;
  /** For the access decision; `throughCase` where a case is asked for. */
  readonly request: AccessRequest;
}

/** A request that the guard has let through. */
export interface AccessRequestHolder {
  access?: Access;
}
