import type { PolicyName } from './policy-documents.js';

/** A policy that names what does not exist, or asks for what cannot be done. Holds names of the policies, never a value. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';

  /**
   * @param document the policy that is to be corrected
   * @param path keys from the top of that document down
   * @param key an entry of the message catalogue, filled with `args`
   */
  constructor(
    readonly document: PolicyName,
    readonly path: readonly string[],
    readonly key: string,
    readonly args: Readonly<Record<string, string>>,
  ) {
    super(`${key} at ${document}: ${path.join('.')}`);
  }
}
