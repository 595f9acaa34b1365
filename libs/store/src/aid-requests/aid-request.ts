/** What an aid request and each of its moves say beyond the status. Amounts in cents, days YYYY-MM-DD, words codes of `aids.yml`. */
export interface AidRequestSaid {
  readonly reason: string | null;
  readonly waitingFor: readonly string[];
  readonly waitingUntil: string | null;
  readonly paidOn: string | null;
}

/** An aid that somebody asks for through the gateway. */
export interface AidRequest extends AidRequestSaid {
  readonly id: string;
  /** From 1 on; each change adds 1. */
  readonly version: number;
  /** A code of the list `aidNature`. */
  readonly kind: string;
  readonly status: string;
  /** A source person of whoever asks; null where a paper reference stands instead. */
  readonly personId: string | null;
  /** Reference of a file on paper. Never a name. */
  readonly paperReference: string | null;
  /** SIRET of the body that opened it. */
  readonly recipient: string;
  readonly site: string | null;
  readonly requestedCents: number | null;
  readonly requestedOn: string;
  readonly grantedCents: number | null;
  readonly paidCents: number | null;
  /** Instants in ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** A status that an aid request took, with what was said then. */
export interface AidRequestMove extends AidRequestSaid {
  readonly version: number;
  readonly at: string;
  readonly status: string;
  readonly amountCents: number | null;
}

/** What opens an aid request; the database adds version and instants. */
export type NewAidRequest = Pick<
  AidRequest,
  'id' | 'kind' | 'personId' | 'paperReference' | 'recipient' | 'site' | 'requestedCents' | 'requestedOn'
>;

/** A status that an aid request shall take. */
export interface NewMove extends AidRequestSaid {
  readonly status: string;
  readonly amountCents: number | null;
}
