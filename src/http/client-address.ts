import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import type { Seen } from './guard.ts'

/** Whether an address is that of a trusted proxy. */
export type Proxies = (address: string) => boolean

/**
 * Reads which proxies are trusted: addresses and CIDR ranges, separated by commas; `loopback` for
 * this machine. Throws on anything else.
 */
export function proxiesOf(said: string): Proxies {
  const list = new BlockList()
  for (const one of said.split(',').map((part) => part.trim())) {
    if (one === 'loopback') for (const own of ['127.0.0.0/8', '::1']) addTo(list, own)
    else if (one !== '' && !addTo(list, one)) {
      const example = 'Give addresses or ranges, as 10.0.0.5 or 10.0.0.0/8, or loopback.'
      throw new Error(`“${one}” is no address of a proxy. ${example}`)
    }
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

/** Adds an address or a range; returns false if it is neither. */
function addTo(list: BlockList, said: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(said) ?? []
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  if (most < 0 || Number(bits ?? 0) > most) return false
  list.addSubnet(address, Number(bits ?? most), familyOf(address))
  return true
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** The address from which a request comes. */
export const addressOf = (c: Context<Seen>, proxies: Proxies): string =>
  clientAddress(c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1', c.req.header('x-forwarded-for'), proxies)

/**
 * The client's address: the peer's, or where that is a trusted proxy, the last address in
 * X-Forwarded-For that is none. What stands before it was written by whoever sent the request.
 */
export function clientAddress(peer: string, forwarded: string | undefined, isProxy: Proxies): string {
  let client = plain(peer)
  const named = (forwarded ?? '').split(',')
  while (isProxy(client)) {
    const next = plain(named.pop()?.trim() ?? '')
    if (isIP(next) === 0) break
    client = next
  }
  return client
}

/**
 * Without the port that some proxies write (`203.0.113.7:4711`), and IPv4 as such where it is
 * written as IPv6.
 */
const plain = (address: string) =>
  (/^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address)
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
