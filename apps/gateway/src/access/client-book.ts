import { findToken, isSecret, readBearer, type Transactor } from '#libs/store';
import type { ApiClient } from './client.js';

/** A revoked token is refused after this time at the latest. */
const FRESH_MS = 1_000;
/** Tokens of so many clients are remembered; the City has a handful. */
const REMEMBERED = 1_000;

interface Remembered {
  readonly client: ApiClient | null;
  readonly until: number;
}

/** Tells which client a bearer token stands for. */
export class ClientBook {
  private readonly known = new Map<string, Remembered>();

  constructor(
    private readonly database: Transactor,
    private readonly now: () => number = Date.now,
  ) {}

  /** Null for a token that is none, was revoked or has expired: nobody is told which. */
  async find(bearer: string): Promise<ApiClient | null> {
    const known = this.known.get(bearer);
    const client = known !== undefined && this.now() < known.until ? known.client : await this.look(bearer);
    return client !== null && this.now() < client.expiresAt ? client : null;
  }

  private async look(bearer: string): Promise<ApiClient | null> {
    const parts = readBearer(bearer);
    // What has not even the shape costs no query and no memory.
    if (parts === null) return null;
    const kept = await this.database.session((client) => findToken(client, parts.id));
    const isTheirs = kept !== null && isSecret(parts.secret, kept.hash) && kept.token.revokedAt === null;
    if (!isTheirs) return null;
    const { id, expiresAt, ...token } = kept.token;
    const client: ApiClient = {
      ...token,
      grant: `token/${id}`,
      expiresAt: expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt),
    };
    this.remember(bearer, client);
    return client;
  }

  private remember(bearer: string, client: ApiClient): void {
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(bearer, { client, until: this.now() + FRESH_MS });
  }
}
