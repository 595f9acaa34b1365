const START = 1024;

type Numbers = Int32Array | Float64Array;

/** Numbers that come one by one, kept as densely as their type is wide. */
export class NumberList<T extends Numbers> {
  private count = 0;
  private held: T;

  /** @param make an array of so many zeros */
  constructor(private readonly make: (length: number) => T) {
    this.held = make(START);
  }

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.held.length) {
      const grown = this.make(this.count * 2);
      grown.set(this.held);
      this.held = grown;
    }
    this.held[this.count++] = value;
  }

  at(index: number): number {
    return this.held[index] ?? 0;
  }

  /** The numbers so far, as a view. */
  taken(): T {
    return this.held.subarray(0, this.count) as T;
  }
}

export const int32List = (): NumberList<Int32Array> => new NumberList((length) => new Int32Array(length));
export const float64List = (): NumberList<Float64Array> => new NumberList((length) => new Float64Array(length));
