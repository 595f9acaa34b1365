import type { ApiClient } from './client.js';
import type { Clients, Presented } from './presented.js';

/** Who knows the gateway's own tokens. */
interface OwnTokens {
  find(bearer: string): Promise<ApiClient | null>;
}

const OWN = 'psl_';
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** A longer one is refused unread. */
const LONGEST = 8_192;

/** Sends each token to whoever knows its kind: the gateway's own begin with `psl_`, a JWT has three parts. */
export class ClientFinder implements Clients {
  /** @param provider null where no identity provider is configured: then no JWT is anybody's */
  constructor(
    private readonly own: OwnTokens,
    private readonly provider: Clients | null,
  ) {}

  async find(shown: Presented): Promise<ApiClient | null> {
    const { token, scheme } = shown;
    if (token.startsWith(OWN)) return scheme === 'bearer' ? this.own.find(token) : null;
    if (this.provider === null || token.length > LONGEST || !JWT.test(token)) return null;
    return this.provider.find(shown);
  }
}
