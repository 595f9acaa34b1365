import { once } from 'node:events';
import { TeachingError } from '#libs/domain';
import type { TextStream } from '../host.js';

/** Thrown when nobody reads any more (`passerelle read … | head`): a reason to stop, not a failure. */
export class NobodyReads extends Error {
  override readonly name = 'NobodyReads';
}

/**
 * A stream whose reader may go away. A closed pipe is no failure: a command that only writes stops quietly, one that does
 * other work goes on without a reader. Any other failure (a full disk) must not pass for success.
 */
export class Outlet {
  private failure: Error | undefined;

  constructor(readonly stream: TextStream) {
    // Never removed: a late EPIPE of the last line must stay silent too.
    stream.on('error', (error: Error) => {
      this.failure ??= error;
    });
  }

  /** Writes and forgets; says nothing when the stream failed before. */
  put(text: string): void {
    if (this.failure === undefined) this.stream.write(text);
  }

  /** Writes and waits until the stream takes more; throws `NobodyReads` or `program.output`. */
  async write(text: string): Promise<void> {
    this.check();
    if (this.stream.write(text)) return;
    try {
      await once(this.stream, 'drain');
    } catch (error) {
      // The stream's own error was kept above and is told by check(); anything else is a surprise.
      if (error !== this.failure) throw error;
    }
    this.check();
  }

  /** Waits until everything written so far has left the process; throws like `write`. */
  async settle(): Promise<void> {
    if (this.failure === undefined) {
      const error = await new Promise<Error | null | undefined>((resolve) => this.stream.write('', resolve));
      this.failure ??= error ?? undefined;
    }
    this.check();
  }

  /** Throws what went wrong with the stream so far: `NobodyReads` or `program.output`. */
  check(): void {
    const { failure } = this;
    if (failure === undefined) return;
    const cause = 'code' in failure ? String(failure.code) : failure.name;
    if (cause === 'EPIPE') throw new NobodyReads();
    throw new TeachingError('program.output', { cause });
  }
}
