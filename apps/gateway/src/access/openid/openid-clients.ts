import { errors, jwtVerify } from 'jose';
import type { PolicyBook } from '#libs/minimiser';
import type { Logger } from '#libs/runtime';
import type { GatewayRules, OpenIdRules } from '#libs/services';
import type { Transactor } from '#libs/store';
import { Refusal } from '../../problem/refusal.js';
import type { ApiClient } from '../client.js';
import type { Clients, Presented } from '../presented.js';
import { findKeySet } from './find-key-set.js';
import { StoredProofs } from './proof-book.js';
import { readClaims } from './read-claims.js';
import { isFaultOfToken, SenderProof } from './sender-proof.js';
import { SigningKeys } from './signing-keys.js';
import { bindingOf, type VerifiedToken } from './verified-token.js';

/** A verified token is taken on its own word for so long: signatures are the dearest part of a request. */
const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 1_000;

interface Remembered {
  readonly token: VerifiedToken;
  readonly until: number;
  /** Of the keys with which it was verified. */
  readonly version: number;
}

/** Tells which client an access token of the identity provider stands for. */
export class OpenIdClients implements Clients {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly openid: OpenIdRules,
    private readonly rules: GatewayRules,
    private readonly book: PolicyBook,
    private readonly keys: SigningKeys,
    private readonly senders: SenderProof,
    private readonly logger: Logger,
  ) {}

  async find(shown: Presented): Promise<ApiClient | null> {
    const token = this.recall(shown.token) ?? (await this.verify(shown.token));
    if (token === null) return null;
    await this.senders.check(shown, token);
    return token.client;
  }

  private recall(text: string): VerifiedToken | null {
    const known = this.remembered.get(text);
    return known !== undefined && Date.now() < known.until && known.version === this.keys.version ? known.token : null;
  }

  private async verify(text: string): Promise<VerifiedToken | null> {
    const { issuer, audience, algorithms, clockToleranceSeconds, types } = this.openid;
    try {
      const { payload, protectedHeader } = await jwtVerify(text, this.keys.find, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
      });
      if (!types.some((type) => type.toLowerCase() === typeOf(protectedHeader.typ))) return null;
      const client = readClaims(payload, this.openid, this.rules, this.book);
      const binding = bindingOf(payload);
      if (client === null || binding === null) {
        this.logger.warn(
          { code: 'access.token-unknown' },
          'a token of the provider lacks claims that openid.claims names',
        );
        return null;
      }
      return this.remember(text, { client, binding });
    } catch (error) {
      if (error instanceof Refusal || !isFaultOfToken(error)) throw error;
      if (!(error instanceof errors.JOSEError)) this.logger.warn({ err: error }, 'a token could not be verified');
      return null;
    }
  }

  private remember(text: string, token: VerifiedToken): VerifiedToken {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const until = Math.min(Date.now() + REMEMBERED_MS, token.client.expiresAt);
    this.remembered.set(text, { token, until, version: this.keys.version });
    return token;
  }
}

/** RFC 7515, 4.1.9: `application/` may be left out, case does not count. */
const typeOf = (typ: string | undefined): string => (typ ?? '').toLowerCase().replace(/^application\//, '');

/** Who knows the tokens of the configured provider; null where none is configured. Asks the provider nothing yet. */
export const openIdClients = (
  rules: GatewayRules,
  book: PolicyBook,
  database: Transactor,
  logger: Logger,
): OpenIdClients | null => {
  const { openid, publicUrl, proxies = [] } = rules;
  if (openid === undefined) return null;
  const { clockToleranceSeconds, certificateHeader: header, sender } = openid;
  const proofs = publicUrl === undefined ? null : { publicUrl, clockToleranceSeconds };
  const senders = new SenderProof(
    { sender, proofs, certificates: { header, proxies } },
    new StoredProofs(database, logger),
    logger,
  );
  const keys = new SigningKeys(() => findKeySet(openid), logger);
  return new OpenIdClients(openid, rules, book, keys, senders, logger);
};
