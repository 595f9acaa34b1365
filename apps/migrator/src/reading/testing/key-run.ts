import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Survey } from '#libs/domain';
import type { SharedKeys } from '#libs/store';
import { adapterFor, keyAdapterFor } from '../adapter-for.js';
import { fileBlocks, withRanges } from '../file-blocks.js';
import type { KeyCode } from '../key-code.js';
import type { Stretch } from '../record-cuts.js';
import { RecordTally } from '../record-tally.js';
import { findSharedKeys } from '../shared-keys.js';
import type { ExportKind } from './export-kinds.js';

/** What a test asks of a file that lies on disk. */
export interface KeyRun {
  readonly survey: Survey;
  readonly sharedKeys: SharedKeys | null;
  /** What was read a second time. */
  readonly stretches: readonly Stretch[];
}

export const withFile = async <T>(bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'shared-keys-'));
  try {
    const path = join(folder, 'export');
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Surveys a file of a kind and finds its shared keys, with codes for keys as the test wants them. */
export const keyRun = async (
  { profile, candidate }: ExportKind,
  path: string,
  codeOf?: (key: string) => KeyCode,
  chunkRecords = 70,
): Promise<KeyRun> => {
  const { shape, table } = candidate;
  const tally = new RecordTally(profile, codeOf);
  const result = await adapterFor(shape, table).survey(fileBlocks(path), { chunkRecords, onRecord: tally.add });
  if (!result.ok) throw new Error(`refused: ${result.refusal.detail.key}`);
  const { survey } = result;
  const stretches: Stretch[] = [];
  const sharedKeys = await withRanges(path, (rangeOf) =>
    findSharedKeys(tally, {
      adapter: keyAdapterFor(shape, table),
      survey,
      rangeOf: (stretch) => {
        stretches.push(stretch);
        return rangeOf(stretch);
      },
    }),
  );
  return { survey, sharedKeys, stretches };
};

/** The same answer from the whole file at once, with every key in memory: what all others are measured against. */
export const wholeFileAnswer = async (
  { profile, candidate }: ExportKind,
  path: string,
): Promise<Record<string, Record<string, string>> | null> => {
  const groups = new Map<string, { table: string; records: number[]; withheld: boolean }>();
  await adapterFor(candidate.shape, candidate.table).survey(fileBlocks(path), {
    chunkRecords: 1000,
    onRecord: ({ table, record, fields }) => {
      const key = fields[0]?.trim() ?? '';
      if (key === '') return;
      const group = groups.get(`${table}\0${key}`) ?? { table, records: [], withheld: false };
      groups.set(`${table}\0${key}`, group);
      group.records.push(record);
      if (profile.tables.get(table)?.withheld?.read(fields[1] ?? '') === true) group.withheld = true;
    },
  });
  const shared: Record<string, Record<string, string>> = {};
  for (const { table, records, withheld } of groups.values())
    if (records.length > 1)
      for (const record of withheld ? records : records.slice(1))
        (shared[table] ??= {})[record] = withheld ? 'withheld' : 'duplicate';
  return Object.keys(shared).length === 0 ? null : shared;
};
