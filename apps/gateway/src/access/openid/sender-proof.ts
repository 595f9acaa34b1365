import { errors } from 'jose';
import type { Logger } from '#libs/runtime';
import { Refusal } from '../../problem/refusal.js';
import type { Presented } from '../presented.js';
import { type CertificateSource, certificateThumbprint } from './client-certificate.js';
import { PROOF_ALGORITHMS, type ProofRules, readDpopProof } from './dpop-proof.js';
import type { VerifiedToken } from './verified-token.js';

/** What senders are held to. */
export interface SenderRules {
  readonly sender: 'none' | 'dpop' | 'mtls';
  /** Null: proofs of DPoP cannot be held against anything, so that tokens which need one are refused. */
  readonly proofs: ProofRules | null;
  readonly certificates: CertificateSource;
}

/** Takes each proof once, by all gateway processes together. */
export interface ProofBook {
  take(fingerprint: Uint8Array, seconds: number): Promise<boolean>;
}

/** Makes senders prove that a token is theirs, where the configuration or the token itself asks for it. */
export class SenderProof {
  constructor(
    private readonly rules: SenderRules,
    private readonly book: ProofBook,
    private readonly logger: Logger,
  ) {}

  /**
   * What a token is bound to is asked for whatever the configuration says: a bound token that passed as a bearer would be
   * worth stealing (RFC 9449, 7.2).
   * @throws Refusal 401 `access.proof` or `access.certificate`
   */
  async check(shown: Presented, { client, binding }: VerifiedToken): Promise<void> {
    const { sender } = this.rules;
    if (sender === 'mtls' || binding.x5t !== null) {
      const isTheirs = binding.x5t !== null && certificateThumbprint(shown, this.rules.certificates) === binding.x5t;
      if (!isTheirs) throw this.refuse(client.grant, 'access.certificate', 'Bearer error="invalid_token"');
    }
    const needsProof = sender === 'dpop' || binding.jkt !== null;
    if (needsProof !== (shown.scheme === 'dpop') || (needsProof && !(await this.isProven(shown, binding.jkt)))) {
      const algorithms = PROOF_ALGORITHMS.join(' ');
      throw this.refuse(client.grant, 'access.proof', `DPoP error="invalid_dpop_proof", algs="${algorithms}"`);
    }
  }

  private async isProven(shown: Presented, jkt: string | null): Promise<boolean> {
    const { proofs } = this.rules;
    if (jkt === null || proofs === null) return false;
    try {
      const proof = await readDpopProof(shown, jkt, proofs);
      return proof !== null && (await this.book.take(proof.fingerprint, proof.seconds));
    } catch (error) {
      if (isFaultOfToken(error)) return false;
      throw error;
    }
  }

  /** A token that holds, in the hands of somebody who cannot prove that it is theirs, may have been stolen. */
  private refuse(grant: string, code: string, challenge: string): Refusal {
    this.logger.warn({ grant, code }, 'a valid token came without the proof that it is its sender’s');
    return new Refusal(401, code, { 'WWW-Authenticate': challenge });
  }
}

/** Whether verification failed by what was sent: jose's own errors, and those of the key that a proof carries. */
export const isFaultOfToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError ||
  error instanceof TypeError ||
  error instanceof SyntaxError ||
  error instanceof DOMException;
