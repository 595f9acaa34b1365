import { appendCheckpoint } from './checkpoint-file.js';
import type { Checkpoint, Signer } from './checkpoint.js';

/** Signs checkpoints and keeps a copy of each in the home, outside the database. */
export class Notary {
  private known: Signer | undefined;

  /**
   * @param loadSigner asked at first need, so that a home that never enters anything has no key pair
   * @param file the home's own checkpoints
   */
  constructor(
    private readonly loadSigner: () => Signer,
    private readonly file: string,
  ) {}

  get signer(): Signer {
    return (this.known ??= this.loadSigner());
  }

  async keep(checkpoint: Checkpoint): Promise<void> {
    await appendCheckpoint(this.file, checkpoint);
  }
}
