import type { FeatureShelf } from '#libs/store';

/** Without a job for so long, the shelf is let go: it holds names and birth dates, and a worker may live for months. */
const IDLE_MS = 30_000;

/** Keeps what persons are compared by while the scoring of one run lasts. */
export class ShelfKeeper {
  private runId: number | null = null;
  private shelf: Promise<FeatureShelf> | null = null;
  private idle: NodeJS.Timeout | undefined;

  /** @param load fills a shelf; called once for a run, however many jobs ask at once */
  of(runId: number, load: () => Promise<FeatureShelf>): Promise<FeatureShelf> {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.letGo(), IDLE_MS).unref();
    if (this.shelf !== null && this.runId === runId) return this.shelf;
    const shelf = load();
    this.runId = runId;
    this.shelf = shelf;
    // What could not be read now (the database was away) may be read for the next job.
    shelf.catch(() => {
      if (this.shelf === shelf) this.letGo();
    });
    return shelf;
  }

  private letGo(): void {
    clearTimeout(this.idle);
    this.runId = null;
    this.shelf = null;
  }
}
