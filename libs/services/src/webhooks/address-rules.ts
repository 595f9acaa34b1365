import { isIP } from 'node:net';
import { ipRanges, readIpAddress } from './ip-address.js';

/** Where webhooks may lead; `webhooks` in `gateway.yml`. */
export interface WebhookRules {
  /** Networks in CIDR notation and names of hosts beside the public internet. */
  readonly allow: readonly string[];
  /** Whether plain http is taken: for tests on one machine. */
  readonly http: boolean;
  /** How long events and the log of their deliveries are kept. */
  readonly keepDays: number;
}

/** What holds where `gateway.yml` says nothing. */
export const DEFAULT_WEBHOOK_RULES: WebhookRules = { allow: [], http: false, keepDays: 30 };

/** Whether an entry of `allow` is a network, an address or the name of a host. */
export const isAllowEntry = (entry: string): boolean => {
  const [base = '', bits, ...more] = entry.split('/');
  const version = isIP(base);
  if (version === 0) return bits === undefined && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(base) && !/^[\d.]+$/.test(base);
  return more.length === 0 && (bits === undefined || Number(bits) <= (version === 4 ? 32 : 128));
};

/** The registries of special-purpose addresses (RFC 6890 and its updates), multicast, and what is reserved. */
const NOT_PUBLIC_V4 = ipRanges([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Metadata of a cloud that has it among public addresses.
  '168.63.129.16',
]);

/** Global unicast; everything outside is local, multicast or reserved. */
const PUBLIC_V6 = ipRanges(['2000::/3']);
/** Within it: special purposes, and tunnels that carry an IPv4 address of anybody's choice (Teredo, 6to4). */
const NOT_PUBLIC_V6 = ipRanges(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** What not even the name of an allowed host may lead to: the machine's own network, groups, nobody. A CIDR may. */
const NEVER_BY_NAME = ipRanges([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16',
  '100.100.100.200',
  '::/128',
  'fe80::/10',
  'ff00::/8',
  'fd00:ec2::254',
]);

/** Says which addresses a webhook may be sent to. */
export class AddressRules {
  private readonly networks;
  private readonly hosts;

  constructor({ allow }: Pick<WebhookRules, 'allow'>) {
    const isNetwork = (entry: string): boolean => isIP(entry.split('/')[0] ?? '') !== 0;
    this.networks = ipRanges(allow.filter(isNetwork));
    this.hosts = new Set(allow.filter((entry) => !isNetwork(entry)).map((entry) => entry.toLowerCase()));
  }

  /**
   * @param address as the resolver gave it, or as the URL has it
   * @param host the name that led to it; the address itself where the URL has no name
   */
  allows(address: string, host: string): boolean {
    const ip = readIpAddress(address);
    if (ip === null) return false;
    const { text, family } = ip;
    if (this.networks.check(text, family)) return true;
    if (this.hosts.has(host.toLowerCase()) && !NEVER_BY_NAME.check(text, family)) return true;
    if (family === 'ipv4') return !NOT_PUBLIC_V4.check(text, family);
    return PUBLIC_V6.check(text, family) && !NOT_PUBLIC_V6.check(text, family);
  }
}
