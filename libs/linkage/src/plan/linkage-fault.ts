/**
 * A linkage document that its schema accepts and that still makes no sense: a field that it does not declare, a level that
 * a kind does not have. `path` leads to the place in the YAML document; the loader turns it into line and column.
 */
export class LinkageFault extends Error {
  override readonly name = 'LinkageFault';

  constructor(
    readonly path: readonly string[],
    /** What is wrong there, as a key of the message catalogue with its arguments. */
    readonly key: string,
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${key} at ${path.join('.')}`);
  }
}
