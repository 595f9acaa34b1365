import { BlockList, isIP } from 'node:net';

export type IpFamily = 'ipv4' | 'ipv6';

/** An address of the Internet Protocol, in its plain form. */
export interface IpAddress {
  readonly text: string;
  readonly family: IpFamily;
}

/** Ranges of addresses. @param ranges CIDR, or single addresses */
export const ipRanges = (ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [base = '', bits] = range.split('/');
    const family = isIP(base) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(base, family);
    else list.addSubnet(base, Number(bits), family);
  }
  return list;
};

/** Prefixes that stand before an IPv4 address that a packet really goes to: mapped (RFC 4291) and NAT64 (RFC 6052). */
const CARRIERS = ipRanges(['::ffff:0:0/96', '64:ff9b::/96']);

/**
 * The address that packets to `text` go to: an IPv4 address that is wrapped in an IPv6 one is unwrapped.
 * @returns null where it is no address
 */
export const readIpAddress = (text: string): IpAddress | null => {
  const [plain = ''] = text.split('%');
  const version = isIP(plain);
  if (version === 0) return null;
  if (version === 4) return { text: plain, family: 'ipv4' };
  if (!CARRIERS.check(plain, 'ipv6')) return { text: plain, family: 'ipv6' };
  return { text: lastFourBytes(plain).join('.'), family: 'ipv4' };
};

/** The URL parser writes every form of an IPv6 address alike: groups of hexadecimal digits, and `::` at most once. */
const lastFourBytes = (address: string): readonly number[] => {
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const groups = (tail ?? head).split(':').filter((group) => group !== '');
  return ['0', '0', ...groups].slice(-2).flatMap((group) => {
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 255];
  });
};
