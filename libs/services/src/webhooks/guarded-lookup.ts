import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { AddressRules } from './address-rules.js';

/** Said where a name leads to no address that webhooks may be sent to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefusedError';
}

/** Resolves a name to all its addresses, as `dns.lookup` does. */
export type Resolve = (
  host: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The lookup of a connection: the socket gets only addresses that the rules allow, from the very answer that it connects by. A
 * name server that answers otherwise a moment later (DNS rebinding) is asked again by nobody. Node does not call it for an
 * address in the URL itself: `readWebhookUrl` looks at that.
 */
export const guardedLookup =
  (rules: AddressRules, resolve: Resolve = systemLookup): LookupFunction =>
  (host, options, done) => {
    // The name as the URL has it, with or without the final dot of a full name.
    const name = host.replace(/\.$/, '');
    resolve(host, { family: options.family ?? 0, hints: options.hints ?? 0, all: true }, (error, found) => {
      const allowed = error === null ? found.filter(({ address }) => rules.allows(address, name)) : [];
      const [first] = allowed;
      if (error !== null) done(error, '');
      else if (first === undefined) done(new AddressRefused(), '');
      else if (options.all === true) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
