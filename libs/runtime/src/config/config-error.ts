import { EXIT, TeachingError, type Place } from '#libs/domain';

/** One mistake in a configuration file. */
export interface ConfigViolation {
  /** Names an entry of the message catalogue, which says what was expected with `args`. */
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly place: Required<Place>;
  /** Where in the data: `$.tables.USAGERS.columns[3]`. */
  readonly path: string;
}

/** A configuration file with all of its mistakes, in the order of its lines. Exit code 2. */
export class ConfigError extends TeachingError {
  constructor(
    file: string,
    readonly violations: readonly ConfigViolation[],
  ) {
    super(
      'config.invalid',
      { file, count: violations.length },
      { place: violations[0]?.place ?? { file }, exitCode: EXIT.usage },
    );
  }
}
