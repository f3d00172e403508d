import { expect, test } from 'vitest'
import { addressRead } from './address.ts'
import { isPublic } from './public-address.ts'

test.each(['8.8.8.8', '1.1.1.1', '93.184.216.34', '2606:4700::1111', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => expect(isPublic(address)).toBe(true),
)

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine, elsewhere in its range', '127.255.255.254'],
  ['any address', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['a carrier’s own', '100.64.0.1'],
  ['a carrier’s own', '100.127.255.255'],
  ['link-local, where clouds tell their secrets', '169.254.169.254'],
  ['a cloud’s own, in a public range', '168.63.129.16'],
  ['protocol assignments', '192.0.0.8'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.1'],
  ['documentation', '203.0.113.1'],
  ['6to4 relays', '192.88.99.1'],
  ['benchmarking', '198.18.0.1'],
  ['benchmarking', '198.19.255.255'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['any address, version 6', '::'],
  ['this machine, version 6', '::1'],
  ['version 4 mapped: this machine', '::ffff:127.0.0.1'],
  ['version 4 mapped, in hexadecimal', '::ffff:7f00:1'],
  ['version 4 mapped: private', '::ffff:10.0.0.1'],
  ['version 4 mapped: link-local', '::ffff:169.254.169.254'],
  ['version 4 compatible', '::127.0.0.1'],
  ['version 4 compatible, public', '::808:808'],
  ['version 4 translated', '::ffff:0:127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64, public', '64:ff9b::808:808'],
  ['NAT64 of a network’s own', '64:ff9b:1::7f00:1'],
  ['6to4', '2002:7f00:1::'],
  ['6to4, public', '2002:808:808::1'],
  ['Teredo', '2001::1'],
  ['ORCHID', '2001:20::1'],
  ['link-local, version 6', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['site-local', 'fec0::1'],
  ['unique local', 'fc00::1'],
  ['unique local', 'fd12:3456::1'],
  ['multicast, version 6', 'ff02::1'],
  ['documentation, version 6', '2001:db8::1'],
  ['documentation, version 6', '3fff::1'],
  ['discarded', '100::1'],
  ['segment routing', '5f00::1'],
  ['not given out', '4000::1'],
  ['no address', 'localhost'],
  ['no address', ''],
])('%s is not public: %s', (_, address) => expect(isPublic(address)).toBe(false))

test.each([
  'ftp://example.org/a',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hi',
  'https://mara:secret@example.org/',
  'https://mara@example.org/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://a.localhost:8080/',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://example.org:25/',
  'http://example.org:22/',
  'not an address',
  '//example.org',
])('%s is refused before anybody is asked where it is', (address) => {
  expect(() => addressRead(address)).toThrow(/address:/)
})

test('an address is kept as it is, without the place in the page', () => {
  expect(addressRead(' https://Example.org/a?b=c#d ')).toBe('https://example.org/a?b=c')
})
