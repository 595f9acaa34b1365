/** A change of an aid request as it is put into the outbox. Ids and states only: nothing of a person has a place here. */
export interface NewOutboxEvent {
  readonly aidRequestId: string;
  /** Of the aid request after the change; one event a version. */
  readonly version: number;
  /** `aid_request.` and what happened: `aid_request.submitted`. */
  readonly type: string;
  /** Of the aid request after the change. */
  readonly status: string;
  /** SIRET of the body that the aid request belongs to, 14 digits. */
  readonly recipient: string;
}

/** Where an event stands in the outbox. */
export interface OutboxPlace {
  /** The id that receivers know it by. */
  readonly id: string;
  /** Decimal. Grows in the order of appending, which is not the order of commits. */
  readonly seq: string;
}
