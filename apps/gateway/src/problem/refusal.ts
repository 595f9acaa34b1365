/** What a request is refused with: a status, a stable code that `passerelle explain` knows, and headers. No value of anybody. */
export class Refusal extends Error {
  override readonly name = 'RefusalError';

  /**
   * @param status from 400 to 503
   * @param more members of the problem document beyond those of RFC 9457: names and codes, never values
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}
