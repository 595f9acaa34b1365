/**
 * A profile that its schema accepts and that still makes no sense: a field that the unified model does not know, a code
 * that no unified list holds. `path` leads to the place in the YAML document; the loader turns it into line and column.
 */
export class ProfileFault extends Error {
  override readonly name = 'ProfileFault';

  constructor(
    readonly path: readonly string[],
    /** What is wrong there, as a key of the message catalogue with its arguments. */
    readonly key: string,
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${key} at ${path.join('.')}`);
  }
}
