/** An address of a body that is told of changes of its aid requests. */
export interface Webhook {
  readonly id: string;
  /** What allowed whoever made it: `token/<id>`. */
  readonly grant: string;
  /** SIRET of the body, 14 digits. */
  readonly recipient: string;
  readonly url: string;
  /** None: all. */
  readonly eventTypes: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Since when nothing is sent any more, because the receiver said that it is gone. */
  readonly disabledAt: string | null;
}

export type NewWebhook = Pick<Webhook, 'grant' | 'recipient' | 'url' | 'eventTypes'>;

/** A signing secret as the store keeps it. */
export interface SealedSecret {
  readonly id: string;
  readonly webhookId: string;
  /** Encrypted; only the services know how. 60 bytes. */
  readonly sealed: Buffer;
}

/** Where an event stands on its way: `dead` was given up, and waits for somebody to retry it. */
export type DeliveryState = 'pending' | 'delivered' | 'dead';

/** An event on its way to a webhook, as its owner may see it. */
export interface Delivery {
  /** Id of the event: receivers know it as `webhook-id`. */
  readonly eventId: string;
  /** Decimal place in the outbox. */
  readonly seq: string;
  readonly type: string;
  readonly at: string;
  readonly aidRequestId: string;
  readonly version: number;
  readonly status: string;
  readonly state: DeliveryState;
  /** Since it was last set on its way. */
  readonly attempts: number;
  /** When it is tried next; null where it is not. */
  readonly dueAt: string | null;
  readonly lastAt: string | null;
  /** HTTP status of the last answer; null where none came. */
  readonly lastStatus: number | null;
  /** Code of what went wrong last. */
  readonly lastProblem: string | null;
}

/** A delivery under a lease. */
export interface ClaimedDelivery {
  readonly webhookId: string;
  readonly eventId: string;
  readonly seq: string;
  /** Fences off whoever held it before. */
  readonly token: string;
  readonly url: string;
  readonly type: string;
  readonly at: string;
  readonly aidRequestId: string;
  readonly version: number;
  readonly status: string;
  /** How often it was tried before. */
  readonly attempts: number;
}
