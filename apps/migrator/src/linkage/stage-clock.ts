/** Measures stages that follow each other, in whole milliseconds. */
export class StageClock {
  private readonly began = performance.now();
  private last = this.began;
  private readonly ended: Record<string, number> = {};

  /** Ends the stage that began with the end of the one before. */
  end(stage: string): void {
    const now = performance.now();
    this.ended[stage] = Math.round(now - this.last);
    this.last = now;
  }

  get stages(): Readonly<Record<string, number>> {
    return { ...this.ended };
  }

  total(): number {
    return Math.round(performance.now() - this.began);
  }
}
