import type { Logger } from '#libs/runtime';
import { forgetProofs, takeProof, type Transactor } from '#libs/store';
import type { ProofBook } from './sender-proof.js';

/** How often each process removes proofs that do not hold any more. */
const FORGET_MS = 60_000;

/** The proofs that were shown, in the store: what one gateway process has taken, no other takes. */
export class StoredProofs implements ProofBook {
  private forgotAt = performance.now();

  constructor(
    private readonly database: Transactor,
    private readonly logger: Logger,
  ) {}

  async take(fingerprint: Uint8Array, seconds: number): Promise<boolean> {
    const isNew = await this.database.session((client) => takeProof(client, fingerprint, seconds));
    this.forgetNowAndThen();
    return isNew;
  }

  private forgetNowAndThen(): void {
    if (performance.now() - this.forgotAt < FORGET_MS) return;
    this.forgotAt = performance.now();
    this.database
      .session(forgetProofs)
      .catch((error: unknown) => this.logger.warn({ err: error }, 'old proofs could not be removed'));
  }
}
