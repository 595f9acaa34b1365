/** Exit codes of the command line, as `passerelle --help` lists them. */
export const EXIT = { done: 0, failed: 1, usage: 2, waiting: 3, refused: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A place in a file that the user can open. Lines and columns start at 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A key of the message catalogue with its arguments; never a value of a person's field. */
export interface TeachingDetail {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/**
 * A mistake or a state that the user can mend. `code` names an entry of the message catalogue (what, why, what next, in
 * French and English); `args` fill it and never hold a value of a person's field.
 */
export class TeachingError extends Error {
  override readonly name = 'TeachingError';
  readonly args: Readonly<Record<string, string | number>>;
  readonly place: Place | undefined;
  readonly exitCode: ExitCode;
  /** A finer entry of the catalogue: which of the things that the code stands for it was. */
  readonly detail: TeachingDetail | undefined;

  constructor(
    readonly code: string,
    args: Readonly<Record<string, string | number>> = {},
    options: { place?: Place; exitCode?: ExitCode; detail?: TeachingDetail; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.args = args;
    this.place = options.place;
    this.exitCode = options.exitCode ?? EXIT.failed;
    this.detail = options.detail;
  }
}
