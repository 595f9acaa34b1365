import { TeachingError } from '#libs/domain';
import { type AccessRequest, decideAccess, type PolicyBook } from '#libs/minimiser';
import type { AidRequest, Client } from '#libs/store';
import { whyUnseen } from '../persons/may-see.js';
import type { FindSubject, KnownSubject } from '../subjects/known-subject.js';
import type { AidRules } from './aid-rules.js';

/** What working on aid requests needs. */
export interface AidRequestDesk {
  readonly book: PolicyBook;
  readonly rules: AidRules;
  readonly findSubject: FindSubject;
}

/** Who asks. */
export interface Asker {
  readonly request: AccessRequest;
  /** SIRET of the body. */
  readonly recipient: string;
  readonly scopes: readonly string[];
  /** As the audit trail names it. */
  readonly grant: string;
}

/** An aid request with the person whom it is about, where there is one and the asker may see it. */
export interface SeenAidRequest {
  readonly aidRequest: AidRequest;
  readonly subject: KnownSubject | null;
}

/**
 * Whether the asker may work on aids of a person at all: the same answer for nobody, for a person of another site, and for one
 * who is withheld.
 */
export const mayWorkOn = ({ book }: AidRequestDesk, { request }: Asker, subject: KnownSubject): boolean =>
  whyUnseen(book, request, subject) === null &&
  decideAccess(book, request, subject, 'aid', 'nature').precision !== 'none';

/**
 * Kinds of aid that the asker may not know of where another body carries the request, or an import brought it: that there is
 * one, and no kind of it, would tell as much.
 */
export const hiddenKinds = (book: PolicyBook, { purpose }: AccessRequest): readonly string[] =>
  book.purpose(purpose ?? '')?.sensitiveActs === true ? [] : book.sensitiveCodes('aidNature');

const isHidden = ({ book }: AidRequestDesk, asker: Asker, { kind, recipient }: AidRequest): boolean =>
  recipient !== asker.recipient && hiddenKinds(book, asker.request).includes(kind);

/**
 * An aid request that the asker may see: those of its own body, and those of persons whom its purpose and sites let it see, but
 * for sensitive kinds of other bodies. What
 * exists and may not be seen reads like what does not exist.
 * @param forUpdate keeps others from changing it until the transaction ends
 * @throws TeachingError `aid-request.unknown`
 */
export const seeAidRequest = async (
  client: Client,
  desk: AidRequestDesk,
  asker: Asker,
  found: AidRequest | null,
): Promise<SeenAidRequest> => {
  if (found === null) throw new TeachingError('aid-request.unknown');
  if (found.personId === null) {
    if (found.recipient !== asker.recipient || !isOfSites(asker, found.site))
      throw new TeachingError('aid-request.unknown');
    return { aidRequest: found, subject: null };
  }
  const subject = await desk.findSubject(client, found.personId);
  if (subject === null || !mayWorkOn(desk, asker, subject) || isHidden(desk, asker, found)) {
    throw new TeachingError('aid-request.unknown');
  }
  return { aidRequest: found, subject };
};

/** Whether a site is one of the asker's. A request that names no site belongs to its body as a whole. */
export const isOfSites = ({ request: { grant } }: Asker, site: string | null): boolean =>
  grant !== null && (grant.sites === 'all' || site === null || grant.sites.includes(site));
