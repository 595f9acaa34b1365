import { BlockList, isIP } from 'node:net';

/** Whoever asks the gateway: a system, never a worker. */
export interface ApiClient {
  /** What the audit trail names as the grant: `token/<id>`, or `openid/<client id>`. */
  readonly grant: string;
  readonly purposes: readonly string[];
  readonly scopes: readonly string[];
  /** SIRET of the body that receives the answers. */
  readonly recipient: string;
  readonly sites: readonly string[] | 'all';
  /** CIDR; none: from anywhere. */
  readonly networks: readonly string[];
  /** Milliseconds since 1970; Infinity: until it is revoked. */
  readonly expiresAt: number;
}

/** Whether a client may ask from an address. An address that is none denies. */
export const comesFrom = (networks: readonly string[], address: string): boolean => {
  if (networks.length === 0) return true;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    const family = isIP(base) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(base, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  // An IPv4 client of a socket for both families comes as ::ffff:192.0.2.1.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
};
