/**
 * The addresses in one that names several hosts, as libpq writes it:
 * `postgres://whorl@a,b:5433/whorl` stands for host `a` and for host `b` with port 5433.
 */
export function addressesIn(url: string): string[] {
  const [, before = '', hosts = '', after = ''] = /^(\w+:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s.exec(url) ?? []
  if (!hosts.includes(',')) return [url]
  const names = hosts.split(',')
  if (names.includes('')) throw new Error('DATABASE_URL names several hosts, and one of them is empty.')
  return names.map((host) => `${before}${host}${after}`)
}
