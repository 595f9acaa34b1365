import type { FileRefusal } from '#libs/domain';
import { addCounts, closes, emptyCounts, type StoredFile, type TableCounts } from '#libs/store';

/** One file of a balance sheet (contract.md). */
export interface SheetFile {
  readonly name: string;
  readonly sha256: string;
  readonly status: 'imported' | 'already-imported' | 'refused';
  readonly reason?: string;
  /** Where the file was refused, and a key of the message catalogue that says why. */
  readonly refusal?: FileRefusal;
  readonly tables: Readonly<Record<string, TableCounts>>;
}

/** How the identity linkage of what an import touched went: links and open questions about those persons, or why not. */
export type LinkedStep =
  { readonly links: number; readonly reviews: number; readonly durationMs: number } | { readonly failure: string };

/** What became of every record of every file (contract.md, `import --json`). */
export interface BalanceSheet {
  readonly run: string;
  readonly site: string;
  readonly source: string;
  readonly night: string;
  readonly mode: 'full' | 'delta';
  readonly status: 'done' | 'refused' | 'failed';
  readonly files: readonly SheetFile[];
  /** Records that earlier exports held and this full export no longer does. */
  readonly absent: number;
  /** Waiting records of earlier runs that landed because their person arrived. */
  readonly replayed: number;
  /** Where the store has been linked before. */
  readonly linked?: LinkedStep;
  readonly durationMs: number;
}

/** The sheet's line of a file; `counts` are those of its chunks. */
export const sheetFile = (
  file: Pick<StoredFile, 'name' | 'sha256' | 'status' | 'refusal' | 'records'>,
  counts: readonly Readonly<Record<string, TableCounts>>[],
): SheetFile => {
  const { name, sha256, status, refusal } = file;
  if (status === 'refused') {
    return { name, sha256, status, ...(refusal === null ? {} : { reason: refusal.reason, refusal }), tables: {} };
  }
  const tables: Record<string, TableCounts> = {};
  if (status === 'imported') {
    for (const table of Object.keys(file.records)) tables[table] = emptyCounts();
    for (const chunk of counts) {
      for (const [table, more] of Object.entries(chunk)) addCounts((tables[table] ??= emptyCounts()), more);
    }
  }
  return { name, sha256, status, tables };
};

/** The first table whose line is off, or null: every record that the survey saw must have ended exactly once. */
export const offBalance = (
  files: readonly { readonly file: StoredFile; readonly line: SheetFile }[],
): { readonly file: string; readonly table: string } | null => {
  for (const { file, line } of files) {
    for (const [table, counts] of Object.entries(line.tables)) {
      if (!closes(counts) || counts.read !== (file.records[table] ?? 0)) return { file: file.name, table };
    }
  }
  return null;
};
