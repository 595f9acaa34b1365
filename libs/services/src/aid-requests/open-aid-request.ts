import { randomUUID } from 'node:crypto';
import { TeachingError } from '#libs/domain';
import { type AuditEntry, BARE_ENTRY, type Client, insertAidRequest } from '#libs/store';
import { type AidRequestDesk, type Asker, isOfSites, mayWorkOn, type SeenAidRequest } from './aid-request-desk.js';
import { dayFromToday } from './day-from-today.js';

/** What somebody asks for. Whatever is left out changes nothing about how it goes on (invariant 20). */
export interface AidRequestWish {
  readonly kind: string;
  readonly personId: string | null;
  readonly paperReference: string | null;
  readonly site: string | null;
  readonly amountCents: number | null;
  /** YYYY-MM-DD; null: today. */
  readonly requestedOn: string | null;
}

/** What a change came to, with what the audit trail is to be told in the same transaction. */
export interface ChangedAidRequest extends SeenAidRequest {
  readonly entries: readonly AuditEntry[];
}

/**
 * Opens an aid request as a draft, in the caller's transaction.
 * @throws TeachingError `aid-request.whom`, `aid-request.site`, `aid-request.person`
 */
export const openAidRequest = async (
  client: Client,
  desk: AidRequestDesk,
  asker: Asker,
  wish: AidRequestWish,
): Promise<ChangedAidRequest> => {
  if ((wish.personId === null) === (wish.paperReference === null)) throw new TeachingError('aid-request.whom');
  // Whoever opens it could not read it afterwards, and it would turn up at a site that never heard of it.
  if (!isOfSites(asker, wish.site)) throw new TeachingError('aid-request.site');
  const subject = wish.personId === null ? null : await desk.findSubject(client, wish.personId);
  if (wish.personId !== null && (subject === null || !mayWorkOn(desk, asker, subject))) {
    throw new TeachingError('aid-request.person');
  }
  const aidRequest = await insertAidRequest(
    client,
    {
      id: randomUUID(),
      kind: wish.kind,
      // A source person stays itself, whichever person linkage makes of it later.
      personId: wish.personId,
      paperReference: wish.paperReference,
      recipient: asker.recipient,
      site: wish.site,
      requestedCents: wish.amountCents,
      requestedOn: wish.requestedOn ?? (await dayFromToday(client)),
    },
    asker.grant,
  );
  // Erased or refused between the two statements.
  if (aidRequest === null) throw new TeachingError('aid-request.person');
  return { aidRequest, subject, entries: [changeEntry('aid-request.open', asker, aidRequest, ['nature'])] };
};

/** An entry about a change of an aid request; `incident` ties all entries about one request together. */
export const changeEntry = (
  action: string,
  { request, recipient, grant }: Asker,
  { id, personId, status }: { readonly id: string; readonly personId: string | null; readonly status: string },
  fields: readonly string[],
): AuditEntry => ({
  ...BARE_ENTRY,
  action,
  purpose: request.purpose,
  recipient,
  grant,
  subjectId: personId,
  incident: `aid-request/${id}`,
  fields,
  detail: [status],
});
