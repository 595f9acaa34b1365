import { AddressRules, isAllowEntry } from './address-rules.js';

const strict = new AddressRules({ allow: [] });

test.each([
  ['this network', '0.0.0.0'],
  ['private', '10.1.2.3'],
  ['shared with a provider', '100.64.0.1'],
  ['loopback', '127.0.0.1'],
  ['loopback, far end', '127.255.255.254'],
  ['metadata of most clouds', '169.254.169.254'],
  ['metadata of a cloud with a public address', '168.63.129.16'],
  ['metadata among shared addresses', '100.100.100.200'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['protocol assignments', '192.0.0.8'],
  ['documentation', '203.0.113.7'],
  ['benchmarks', '198.19.0.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['nobody', '::'],
  ['loopback', '::1'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
  ['mapped private', '::ffff:10.0.0.1'],
  ['compatible form of old', '::127.0.0.1'],
  ['NAT64 of loopback', '64:ff9b::127.0.0.1'],
  ['NAT64 of metadata', '64:ff9b::a9fe:a9fe'],
  ['local NAT64', '64:ff9b:1::1'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['site-local of old', 'fec0::1'],
  ['unique local', 'fd12:3456::1'],
  ['metadata', 'fd00:ec2::254'],
  ['multicast', 'ff02::1'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['Teredo', '2001:0:1::1'],
  ['documentation', '2001:db8::1'],
  ['discard', '100::1'],
  ['no address', 'localhost'],
  ['nothing', ''],
])('refused: %s %s', (_what, address) => {
  expect(strict.allows(address, address)).toBe(false);
});

test.each(['9.9.9.9', '172.32.0.1', '100.128.0.1', '2620:fe::fe', '::ffff:9.9.9.9', '64:ff9b::909:909'])(
  'allowed: public %s',
  (address) => {
    expect(strict.allows(address, 'example.org')).toBe(true);
  },
);

test('an allowed network lets its own addresses through, in each form, and no others', () => {
  const rules = new AddressRules({ allow: ['10.20.0.0/16', '127.0.0.1', 'fd12::/16'] });
  for (const address of ['10.20.3.4', '::ffff:10.20.3.4', '127.0.0.1', 'fd12::7']) {
    expect(rules.allows(address, 'any.example')).toBe(true);
  }
  for (const address of ['10.21.0.1', '127.0.0.2', 'fd13::7', '::1']) expect(rules.allows(address, 'any')).toBe(false);
});

test('the name of an allowed host leads into private networks, and never to metadata or link-local addresses', () => {
  const rules = new AddressRules({ allow: ['Aides.Ville.example'] });
  expect(rules.allows('10.0.0.5', 'aides.ville.example')).toBe(true);
  expect(rules.allows('10.0.0.5', 'other.ville.example')).toBe(false);
  for (const address of [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fe80::1',
    'fd00:ec2::254',
    '224.0.0.1',
    '0.0.0.0',
  ]) {
    expect(rules.allows(address, 'aides.ville.example')).toBe(false);
  }
});

test('an entry is a network, an address or a host', () => {
  for (const entry of ['10.0.0.0/8', '10.1.2.3', 'fd00::/8', '::1', 'aides.example.org', 'receiver']) {
    expect(isAllowEntry(entry)).toBe(true);
  }
  for (const entry of ['10.0.0.0/33', 'fd00::/129', '10.0.0', 'https://a', 'a/8', 'a:443', '10.0.0.0/8/8', '']) {
    expect(isAllowEntry(entry)).toBe(false);
  }
});
