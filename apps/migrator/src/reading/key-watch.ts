import { type KeyCode, keyCode } from './key-code.js';
import { Sieve } from './sieve.js';

/** Codes are kept in blocks, so that a list that grows is never copied. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;

/** Records of one table, by ascending number, whose keys have one code. */
export interface CodeGroup {
  readonly records: readonly number[];
  /** Whether the code spells the key out; else their keys must be compared. */
  readonly exact: boolean;
}

/** Finds the records of one table whose keys occur more than once, without holding the keys: 8 bytes a record. */
export class KeyWatch {
  /** Records so far. */
  size = 0;
  private blocks: Float64Array<ArrayBuffer>[] = [];

  /** @param codeOf for tests: which keys have one code */
  constructor(private readonly codeOf: (key: string) => KeyCode = keyCode) {}

  /** Takes the key of the next record, `''` where it has none. */
  add(key: string): void {
    const at = this.size & (BLOCK - 1);
    if (at === 0) this.blocks.push(new Float64Array(BLOCK));
    // Blocks are zero from the start, which is the code of no key.
    if (key !== '') (this.blocks[this.blocks.length - 1] as Float64Array)[at] = this.codeOf(key);
    this.size += 1;
  }

  /** The groups of two records and more. Empties the watch. */
  groups(): CodeGroup[] {
    const { blocks } = this;
    const likely = new Sieve(blocks, BLOCK_BITS).sift(this.size);
    this.blocks = [];
    this.size = 0;
    const byCode = new Map<KeyCode, number[]>();
    for (const position of likely) {
      const code = blocks[position >>> BLOCK_BITS]?.[position & (BLOCK - 1)] ?? 0;
      const records = byCode.get(code);
      if (records === undefined) byCode.set(code, [position + 1]);
      else records.push(position + 1);
    }
    const groups: CodeGroup[] = [];
    for (const [code, records] of byCode) if (records.length > 1) groups.push({ records, exact: code > 0 });
    return groups;
  }
}
