import { expect, test } from 'vitest'
import { clientAddress, proxiesOf } from './client-address.ts'

const [PROXY, CLIENT, LIAR] = ['10.0.0.5', '203.0.113.7', '198.51.100.9']

test.each([
  ['no proxy is trusted', '', PROXY, CLIENT, PROXY],
  ['the peer is a proxy', PROXY, PROXY, CLIENT, CLIENT],
  ['the peer is no proxy, and only says so', PROXY, CLIENT, LIAR, CLIENT],
  ['the client says where it comes from', PROXY, PROXY, `${LIAR}, ${CLIENT}`, CLIENT],
  ['two proxies stand in a row', '10.0.0.0/8', PROXY, `${LIAR}, ${CLIENT}, 10.1.2.3`, CLIENT],
  ['all that is named are proxies', '10.0.0.0/8', PROXY, '10.1.2.3', '10.1.2.3'],
  ['the proxy names nobody', PROXY, PROXY, undefined, PROXY],
  ['the proxy names no address', PROXY, PROXY, 'unknown', PROXY],
  ['ports are written', PROXY, PROXY, `${CLIENT}:4711`, CLIENT],
  ['IPv6 and a port are written', 'loopback', '::1', '[2001:db8::7]:4711', '2001:db8::7'],
  ['IPv4 comes as IPv6', 'loopback', '::ffff:127.0.0.1', `::ffff:${CLIENT}`, CLIENT],
  ['the proxy is in a range of IPv6', '2001:db8::/32', '2001:db8:1::5', CLIENT, CLIENT],
])('where %s, the client’s address is found', (_, trusted, peer, forwarded, client) => {
  expect(clientAddress(peer, forwarded, proxiesOf(trusted))).toBe(client)
})

test.each(['whorl.example', '10.0.0.0/33', '10.0.0', 'loopback/8', '::1/129'])(
  '%s is no address of a proxy',
  (said) => {
    expect(() => proxiesOf(said)).toThrow(/no address of a proxy/)
  },
)
