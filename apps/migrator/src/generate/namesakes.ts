import type { Identity } from './identity.js';
import type { TruePerson } from './household.js';
import type { Random } from './random.js';

/** How many identities wait for a namesake: a few, since all that is kept grows with no export. */
const WAITING = 24;
const RATE = 0.025;

interface Candidate extends Identity {
  readonly id: number;
  /** False on an evolved night for a person whose household was removed. */
  readonly inFiles: boolean;
}

/**
 * Identities that a person of another household may share, name and given names, with another date of birth. An identity is
 * handed out once.
 */
export class Namesakes {
  private waiting: Candidate[] = [];

  /** Draws one identity now and then; null mostly. */
  draw(random: Random): Candidate | null {
    const wanted = random.chance(RATE);
    if (!wanted || this.waiting.length < WAITING) return null;
    const chosen = random.pick(this.waiting);
    this.waiting = this.waiting.filter((candidate) => candidate !== chosen);
    return chosen;
  }

  /** Offers a person; one who is a trap already, or whose day of birth nobody knows, is not taken. */
  offer({ id, birthName, givenNames, sex, birth, birthDayKnown, kind, adult }: TruePerson, inFiles: boolean): void {
    if (kind !== null || !birthDayKnown || !adult) return;
    this.waiting.push({ id, birthName, givenNames, sex, birth, inFiles });
    if (this.waiting.length > WAITING) this.waiting.shift();
  }
}
