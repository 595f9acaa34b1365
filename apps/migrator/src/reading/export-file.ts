import type { CompiledShape } from '#libs/mappers';

/** A file that was found, with what its name and place tell. */
export interface ExportFile {
  readonly path: string;
  /** Bare name, for reports. */
  readonly name: string;
  readonly size: number;
  /** How it may be read: one candidate where the name tells, several where the content must. */
  readonly candidates: readonly FileCandidate[];
  readonly site: string | null;
  readonly night: string | null;
}

export interface FileCandidate {
  readonly shape: CompiledShape;
  readonly table: string | null;
}
