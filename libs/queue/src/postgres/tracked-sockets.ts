import { Socket } from 'node:net';

/** Every socket opened to PostgreSQL, so that a stop can cut those that a silent server keeps open. */
export class TrackedSockets {
  private readonly open = new Set<Socket>();
  private waiting: (() => void)[] = [];

  /** A new socket, for pg's `stream` option. */
  readonly create = (): Socket => {
    const socket = new Socket();
    this.open.add(socket);
    socket.once('close', () => {
      this.open.delete(socket);
      if (this.open.size === 0) this.wake();
    });
    return socket;
  };

  get count(): number {
    return this.open.size;
  }

  /** Resolves when no socket is open. */
  async whenClosed(): Promise<void> {
    if (this.open.size > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  destroyAll(): void {
    for (const socket of this.open) socket.destroy();
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting = [];
  }
}
