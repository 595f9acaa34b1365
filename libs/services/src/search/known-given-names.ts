import { givenNamesOf } from '#libs/linkage';
import { listGivenNames, type Transactor } from '#libs/store';

/** A name that came with tonight's import is known by the next hour; until then it may pass for a slip. */
const FRESH_MS = 3_600_000;

/** The given names that somebody in the store bears, normalised: who is really called Julien is no mistyped Julie. */
export class KnownGivenNames {
  private names: ReadonlySet<string> = new Set();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly database: Transactor,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Those who ask at the same time share one reading. @returns whether a name, normalised, is borne by anybody */
  async get(): Promise<(name: string) => boolean> {
    if (this.now() - this.readAt >= FRESH_MS) {
      this.reading ??= this.read().finally(() => {
        this.reading = undefined;
      });
      // Names of an hour ago still serve while new ones are read; the first ones are waited for.
      if (this.readAt === Number.NEGATIVE_INFINITY) await this.reading;
    }
    return (name) => this.names.has(name);
  }

  private async read(): Promise<void> {
    const raw = await this.database.session(listGivenNames);
    this.names = new Set(raw.flatMap(givenNamesOf));
    this.readAt = this.now();
  }
}
