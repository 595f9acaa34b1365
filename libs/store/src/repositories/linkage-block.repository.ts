import type { Client } from '../connection/database.js';
import { keyNoOf } from '../linkage/blocking-code.js';
import {
  COUNT_TOUCHED_BLOCKS,
  FIND_ALL_LARGE_BLOCKS,
  FIND_BLOCKS,
  FIND_TOUCHED_BLOCKS,
  KEEP_LARGE_BLOCKS,
  TOUCH_CROSSED_BLOCKS,
} from '../sql/linkage-blocks.sql.js';

/** Blocks with codes from `from` on and below `to`. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
  /** Persons in a block at most. */
  readonly largest: number;
  /** A link run, for the blocks of the persons that it must score again only. */
  readonly touchedBy?: number;
}

export interface BlockMember {
  readonly id: string;
  readonly sourceNo: number;
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

type MemberRow = [code: number, id: string, sourceNo: number, codes: string, features: string, touched: boolean];

/** Blocks of a range, in order of their codes. @param large codes of all large blocks */
export const findBlocks = async (client: Client, range: BlockRange, large: ReadonlySet<number>): Promise<Block[]> => {
  const { from, to, largest, touchedBy } = range;
  const { rows } = await client.query<MemberRow>({
    text: touchedBy === undefined ? FIND_BLOCKS : FIND_TOUCHED_BLOCKS,
    values: [from, to, largest, ...(touchedBy === undefined ? [] : [touchedBy])],
    rowMode: 'array',
  });
  const blocks: { code: number; members: BlockMember[] }[] = [];
  for (const [code, id, sourceNo, codes, features, touched] of rows) {
    const member = { id, sourceNo, codes: readCodes(codes, large), features, touched };
    const block = blocks.at(-1);
    if (block?.code === code) block.members.push(member);
    else blocks.push({ code, members: [member] });
  }
  return blocks;
};

const COMMA = 44;
const ZERO = 48;

/** `{1,2}`, PostgreSQL's text of an array, digit by digit: the driver's general reader takes more than ten times as long. */
const readCodes = (text: string, large: ReadonlySet<number>): number[] => {
  const codes: number[] = [];
  if (text.length === 2) return codes;
  let code = 0;
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== COMMA && at < text.length - 1) code = code * 10 + unit - ZERO;
    else {
      if (!large.has(code)) codes.push(code);
      code = 0;
    }
  }
  return codes;
};

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
