interface Hour {
  /** Until when the persons are known, by a clock that does not go back. */
  readonly until: number;
  readonly persons: Set<string>;
}

/** Whom clients have read in the hour under way, as this process knows: they cost no further statement. */
export class ReachCache {
  private readonly hours = new Map<string, Hour>();

  /** @param now milliseconds of a clock that does not go back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Those of the persons who are not known to have been counted in this hour, each once. */
  unknown(grant: string, persons: readonly string[]): readonly string[] {
    const hour = this.hours.get(grant);
    const isOver = hour === undefined || this.now() >= hour.until;
    return isOver ? [...new Set(persons)] : [...new Set(persons)].filter((person) => !hour.persons.has(person));
  }

  /**
   * Notes that persons were counted.
   * @param hourLeft seconds until the database's hour ends; taken from the moment when the count was asked for, so that
   * nobody is known beyond it
   * @param asked that moment
   */
  note(grant: string, persons: readonly string[], hourLeft: number, asked: number): void {
    let hour = this.hours.get(grant);
    if (hour === undefined || this.now() >= hour.until) {
      this.sweep();
      hour = { until: asked + hourLeft * 1_000, persons: new Set() };
      this.hours.set(grant, hour);
    }
    for (const person of persons) hour.persons.add(person);
  }

  /** Forgets the hours that are over: as many as there are clients, so that their number stays bounded. */
  private sweep(): void {
    for (const [grant, { until }] of this.hours) if (this.now() >= until) this.hours.delete(grant);
  }
}
