import type { Client } from '../connection/database.js';
import type { BinaryRows } from '../linkage/binary-rows.js';
import { keyNoOf } from '../linkage/blocking-code.js';
import { copyOut } from '../linkage/copy-batches.js';
import {
  type BlockRange,
  COUNT_TOUCHED_BLOCKS,
  FIND_ALL_LARGE_BLOCKS,
  findBlocksOf,
  KEEP_LARGE_BLOCKS,
  TOUCH_CROSSED_BLOCKS,
} from '../sql/linkage-blocks.sql.js';

export type { BlockRange } from '../sql/linkage-blocks.sql.js';

export interface BlockMember {
  readonly id: string;
  /** Blocking codes, ascending, those of large blocks left out (see isFirstShared). */
  readonly codes: readonly number[];
  readonly features: string;
  /** A pair is scored when one of its two persons is touched; in a run of all persons everybody is. */
  readonly touched: boolean;
}

/** Persons who share a blocking code: two at least, in order of their ids. */
export interface Block {
  readonly code: number;
  readonly members: readonly BlockMember[];
}

/** A block that is too large to be compared. */
export interface LargeBlock {
  readonly code: number;
  readonly keyNo: number;
  readonly persons: number;
}

/**
 * Blocks of a range, in order of their codes, each made when it is asked for; to be gone through once.
 * @param large codes of all large blocks
 */
export const findBlocks = async (
  client: Client,
  range: BlockRange,
  large: ReadonlySet<number>,
): Promise<Iterable<Block>> => blocksOf(await copyOut(client, findBlocksOf(range)), large);

function* blocksOf(rows: BinaryRows, large: ReadonlySet<number>): Generator<Block> {
  let block: { code: number; members: BlockMember[] } | undefined;
  while (rows.next()) {
    const code = rows.int8();
    if (block?.code !== code) {
      if (block !== undefined) yield block;
      block = { code, members: [] };
    }
    block.members.push(new StoredMember(rows, large));
  }
  if (block !== undefined) yield block;
}

/** The member of the row that is being read. Its id and features are made where they are asked for: most members need neither. */
class StoredMember implements BlockMember {
  readonly codes: readonly number[];
  readonly touched: boolean;
  private readonly idAt: number;
  private readonly featuresAt: number;

  constructor(
    private readonly rows: BinaryRows,
    large: ReadonlySet<number>,
  ) {
    this.idAt = rows.skip();
    const codes = rows.int8s();
    this.codes = large.size === 0 ? codes : codes.filter((code) => !large.has(code));
    this.featuresAt = rows.skip();
    this.touched = rows.boolean();
  }

  get id(): string {
    return this.rows.uuidAt(this.idAt);
  }

  get features(): string {
    return this.rows.textAt(this.featuresAt) ?? '';
  }
}

/**
 * Finds out which blocks are too large, after features have changed and before pairs are scored, inside the caller's
 * transaction. In a run of touched persons everybody in a block that has crossed the limit is touched too.
 */
export const noteLargeBlocks = async (client: Client, largest: number, touchedBy?: number): Promise<LargeBlock[]> => {
  if (touchedBy === undefined) {
    const [empty = '', fill = ''] = FIND_ALL_LARGE_BLOCKS;
    await client.query(empty);
    await client.query(fill, [largest]);
  } else {
    await client.query(COUNT_TOUCHED_BLOCKS, [largest, touchedBy]);
    await client.query(TOUCH_CROSSED_BLOCKS, [touchedBy]);
    for (const statement of KEEP_LARGE_BLOCKS) await client.query(statement);
    await client.query('DROP TABLE counted_block');
  }
  return findLargeBlocks(client);
};

/** All blocks that are too large to be compared, largest first: what a link run reports. */
export const findLargeBlocks = async (client: Client): Promise<LargeBlock[]> => {
  const { rows } = await client.query<{ code: number; persons: number }>(
    'SELECT code::float8 AS code, persons FROM passerelle.link_large_block ORDER BY persons DESC, code',
  );
  return rows.map(({ code, persons }) => ({ code, keyNo: keyNoOf(code), persons }));
};
