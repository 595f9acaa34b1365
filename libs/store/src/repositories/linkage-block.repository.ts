import type { Client } from '../connection/database.js';
import type { BinaryRows } from '../linkage/binary-rows.js';
import { keyNoOf } from '../linkage/blocking-code.js';
import { copyOut } from '../linkage/copy-batches.js';
import type { FeatureShelf } from '../linkage/feature-shelf.js';
import {
  type BlockRange,
  COUNT_TOUCHED_BLOCKS,
  FIND_ALL_LARGE_BLOCKS,
  findMembersOf,
  findTouchedOf,
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
 * @param shelf filled after the last person was prepared
 * @param large codes of all large blocks
 */
export const findBlocks = async (
  client: Client,
  range: BlockRange,
  shelf: FeatureShelf,
  large: ReadonlySet<number>,
): Promise<Iterable<Block>> => shelvedBlocks(await copyOut(client, findMembersOf(range)), shelf, large);

/** The same for a run of touched persons: blocks that hold one of them. */
export const findTouchedBlocks = async (
  client: Client,
  range: BlockRange,
  run: number,
  large: ReadonlySet<number>,
): Promise<Iterable<Block>> => storedBlocks(await copyOut(client, findTouchedOf(range, run)), large);

function* shelvedBlocks(rows: BinaryRows, shelf: FeatureShelf, large: ReadonlySet<number>): Generator<Block> {
  let current = -1;
  let places: number[] = [];
  const block = (): Block => ({
    code: current,
    members: places.sort((a, b) => a - b).map((place) => new ShelvedMember(shelf, place, large)),
  });
  while (rows.next()) {
    const code = rows.int8();
    if (code !== current) {
      if (places.length > 0) yield block();
      current = code;
      places = [];
    }
    places.push(shelf.placeOf(rows.int4()));
  }
  if (places.length > 0) yield block();
}

function* storedBlocks(rows: BinaryRows, large: ReadonlySet<number>): Generator<Block> {
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

const withoutLarge = (codes: readonly number[], large: ReadonlySet<number>): readonly number[] =>
  large.size === 0 ? codes : codes.filter((code) => !large.has(code));

/** A member whose id and features are made where they are asked for: most members need neither. */
class ShelvedMember implements BlockMember {
  readonly touched = true;
  readonly codes: readonly number[];

  constructor(
    private readonly shelf: FeatureShelf,
    private readonly place: number,
    large: ReadonlySet<number>,
  ) {
    this.codes = withoutLarge(shelf.codes(place), large);
  }

  get id(): string {
    return this.shelf.id(this.place);
  }

  get features(): string {
    return this.shelf.features(this.place);
  }
}

/** The same of the row that is being read. */
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
    this.codes = withoutLarge(rows.int8s(), large);
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
