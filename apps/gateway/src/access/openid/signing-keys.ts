import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey, type LocalJWKSet } from 'jose';
import type { Logger } from '#libs/runtime';
import { Refusal } from '../../problem/refusal.js';

/** A key that the provider withdraws is refused after this time at the latest, as long as the provider answers. */
const FRESH_MS = 600_000;
/** So long do known keys go on while the provider does not answer. */
const KEPT_MS = 86_400_000;
/** Between two questions to the provider: strangers choose the name of a key, and must not choose how often we ask. */
const COOLDOWN_MS = 10_000;

interface Known {
  readonly set: LocalJWKSet;
  readonly at: number;
}

/** The identity provider's keys: asked for when they are first needed, now and then, and when a token names a new one. */
export class SigningKeys {
  private known: Known | null = null;
  private triedAt = Number.NEGATIVE_INFINITY;
  private hasFailed = false;
  private asking: Promise<void> | null = null;

  /** @param now milliseconds of a clock that does not go back */
  constructor(
    private readonly findKeySet: () => Promise<JSONWebKeySet>,
    private readonly logger: Logger,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** When the keys in use were fetched: whatever was verified with earlier ones is to be verified again. */
  get version(): number {
    return this.known?.at ?? 0;
  }

  /**
   * The key that a token names.
   * @throws a jose error where there is none; Refusal 503 where nobody can tell, because the provider does not answer
   */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const known = this.current();
    if (known !== null) {
      try {
        const key = await known.set(header, token);
        if (this.now() - known.at > FRESH_MS) this.askAgain();
        return key;
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      }
    }
    await this.ask();
    const fresh = this.current();
    if (fresh === null || this.hasFailed) throw this.away();
    return fresh.set(header, token);
  };

  private current(): Known | null {
    return this.known !== null && this.now() - this.known.at < KEPT_MS ? this.known : null;
  }

  /** In the background: whoever asks goes on with the keys that are known. */
  private askAgain(): void {
    void this.ask();
  }

  /** One question at a time, for all who wait; none while the last one is recent. Never throws. */
  private ask(): Promise<void> {
    if (this.asking !== null) return this.asking;
    if (this.now() - this.triedAt < COOLDOWN_MS) return Promise.resolve();
    this.triedAt = this.now();
    this.asking = this.load().finally(() => (this.asking = null));
    return this.asking;
  }

  private async load(): Promise<void> {
    try {
      this.known = { set: createLocalJWKSet(await this.findKeySet()), at: this.now() };
      this.hasFailed = false;
    } catch (error) {
      // One line when it goes: one every ten seconds would fill the disk during an outage.
      if (!this.hasFailed)
        this.logger.warn({ err: error }, 'the identity provider does not tell its keys; known ones go on');
      this.hasFailed = true;
    }
  }

  private away(): Refusal {
    const seconds = Math.max(1, Math.ceil((this.triedAt + COOLDOWN_MS - this.now()) / 1_000));
    return new Refusal(503, 'access.provider-away', { 'Retry-After': String(seconds) });
  }
}
