import { expect, test } from 'vitest'
import { addressesIn } from './postgres-addresses.ts'

test.each([
  ['postgres://whorl@db/whorl', ['postgres://whorl@db/whorl']],
  ['postgres:///whorl?host=/run/postgresql', ['postgres:///whorl?host=/run/postgresql']],
  [
    'postgresql://whorl:a,b%40@db1,db2:5433,[::1]:5434/whorl?target_session_attrs=read-write',
    ['db1', 'db2:5433', '[::1]:5434'].map(
      (host) => `postgresql://whorl:a,b%40@${host}/whorl?target_session_attrs=read-write`,
    ),
  ],
  ['postgres://a,b', ['postgres://a', 'postgres://b']],
])('%s stands for its hosts', (url, addresses) => {
  expect(addressesIn(url)).toEqual(addresses)
})

test('A host that is missing is refused', () => {
  expect(() => addressesIn('postgres://whorl@a,,b/whorl')).toThrow('DATABASE_URL names several hosts')
})
