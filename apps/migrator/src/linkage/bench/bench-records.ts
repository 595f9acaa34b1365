import { EXIT, TeachingError } from '#libs/domain';
import { type InputValues, type LinkableRecord, prepare } from '#libs/linkage';
import type { BenchConfig } from './bench-config.js';
import { readCsv } from './read-csv.js';

/** Two files, or one of which the duplicates are looked for. */
export interface BenchFiles {
  readonly left: string;
  readonly right: string | null;
}

/** Before the id of a record: ids of two files may be equal, and the left file's come first in every pair. */
const LEFT = 'a:';
const RIGHT = 'b:';

/** The id of a record as its file has it. */
export const idInFile = (id: string): string => id.slice(LEFT.length);
/** How the record of that id is known in the linkage: one name, or two where both files may hold it. */
export const idsOf = (id: string, files: BenchFiles): readonly string[] =>
  files.right === null ? [LEFT + id] : [LEFT + id, RIGHT + id];

/**
 * The records of both files, prepared. In one file each record is a source of its own, or none could ever be linked.
 * @param onRecord called after each record
 * @throws TeachingError `link-bench.no-id`, `link-bench.same-id`, or as `readCsv`
 */
export async function readBenchRecords(
  config: BenchConfig,
  files: BenchFiles,
  signal: AbortSignal,
  onRecord: () => void,
): Promise<readonly LinkableRecord[]> {
  const records: LinkableRecord[] = [];
  for (const [path, mark] of [[files.left, LEFT] as const, [files.right, RIGHT] as const]) {
    if (path === null) continue;
    const seen = new Set<string>();
    for await (const { number, values } of readCsv(path, config.columns, signal)) {
      const id = mark + uniqueId(values[config.id] ?? '', seen, path, number, config.id);
      const source = files.right === null ? id : mark;
      records.push({
        id,
        source,
        prepared: prepare(config.plan, values),
        household: householdOf(config, mark, values),
      });
      onRecord();
    }
  }
  return records;
}

/** Files number their households each for itself. */
const householdOf = ({ plan }: BenchConfig, mark: string, values: InputValues): string | null => {
  const household = plan.household === undefined ? '' : (values[plan.household.from] ?? '');
  return household === '' ? null : mark + household;
};

function uniqueId(id: string, seen: Set<string>, file: string, record: number, column: string): string {
  if (id !== '' && !seen.has(id)) {
    seen.add(id);
    return id;
  }
  const code = id === '' ? 'link-bench.no-id' : 'link-bench.same-id';
  throw new TeachingError(code, { file, record, column }, { place: { file }, exitCode: EXIT.usage });
}
