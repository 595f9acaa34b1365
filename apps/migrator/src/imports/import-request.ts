import type { Run, RunMode } from '#libs/store';

/** What to import. */
export interface ImportRequest {
  readonly source: string;
  readonly site: string;
  /** `YYYY-MM-DD`, or null: the files say it. */
  readonly night: string | null;
  readonly mode: RunMode;
  readonly paths: readonly string[];
}

/** Who is told how far an import is; none of the calls may throw. */
export interface ImportObserver {
  readonly surveying: (bytes: number, totalBytes: number) => void;
  readonly loading: (records: number, totalRecords: number) => void;
  /** An earlier run that a crash or a stop left unfinished is taken up first. */
  readonly resuming: (run: Run) => void;
}

/** Sees to it that the chunks of a planned run are loaded, phase by phase. */
export interface ChunkRunner {
  /** Told how many bytes are going to be read, before they are. */
  prepare(bytes: number): Promise<void>;
  /** Called when the import is over, however it ended, also when nothing was run. */
  release(): Promise<void>;
  run(run: Run, onProgress: (records: number) => void): Promise<void>;
}
