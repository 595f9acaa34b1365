import { Refusal } from '../problem/refusal.js';

/** What waits for its turn holds a connection of the database: a few may, and the others are told to come again. */
const PLACES = 4;
const AGAIN_SECONDS = 10;

/** Bounds how many requests of one process wait for imports and link runs to let them in. */
export class WaitingRoom {
  private taken = 0;

  constructor(private readonly places = PLACES) {}

  /** @throws Refusal 503 `rights.busy` where all places are taken; what the work throws */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken >= this.places) throw new Refusal(503, 'rights.busy', { 'Retry-After': String(AGAIN_SECONDS) });
    this.taken += 1;
    try {
      return await work();
    } finally {
      this.taken -= 1;
    }
  }
}
