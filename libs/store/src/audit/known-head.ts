import type { ChainLink } from './chain.js';
import type { AppendedHead } from './append-entries.js';

/** So long the database's time is told by the process's own clock, which nobody sets. */
const FRESH_MS = 10_000;
/** Where others enter as well, a head is not worth a try for so long: whoever tries waits for the others and gains nothing. */
const CROWDED_MS = 1_000;

/** The head that this process left behind, and what the database's clock says now: what the next entries need to know. */
export class KnownHead {
  private head: ChainLink | null = null;
  /** The database's time when it was last asked, in microseconds since 1970, and the process's clock then. */
  private asked = { micros: 0, at: Number.NEGATIVE_INFINITY };

  private crowdedUntil = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds of a clock that does not go back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @param answered when the database told its time: never before it did */
  learn({ seq, hash, at }: AppendedHead, answered: number = this.now()): void {
    this.head = { seq, hash };
    this.asked = { micros: microsOf(at), at: answered };
  }

  /** Entries were written after the head that is known. */
  move({ seq, hash }: ChainLink): void {
    this.head = { seq, hash };
  }

  forget(): void {
    this.head = null;
  }

  /** Somebody else has moved the head. */
  miss(): void {
    this.crowdedUntil = this.now() + CROWDED_MS;
  }

  /** Null where the head should be asked for: nothing is known, others enter as well, or the clocks have drifted apart. */
  get(): AppendedHead | null {
    const now = this.now();
    const since = now - this.asked.at;
    return this.head === null || since >= FRESH_MS || now < this.crowdedUntil
      ? null
      : { ...this.head, at: isoOf(this.asked.micros + Math.floor(since * 1_000)) };
  }
}

const microsOf = (at: string): number => Date.parse(`${at.slice(0, 23)}Z`) * 1_000 + Number(at.slice(23, 26));

const isoOf = (micros: number): string =>
  `${new Date(Math.floor(micros / 1_000)).toISOString().slice(0, 23)}${String(micros % 1_000).padStart(3, '0')}Z`;
