import ipaddr from 'ipaddr.js'

/** A cloud provider's internal service address within a public range. */
const CLOUDS_OWN = new Set(['168.63.129.16'])

/**
 * Whether an address is public: unicast, and in none of the ranges that are private, loopback,
 * link-local, carrier-grade, reserved, or that embed another address. Of IPv6 only 2000::/3 is
 * public.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false
  const given = ipaddr.parse(address)
  const mapped = given.kind() === 'ipv6' && (given as ipaddr.IPv6).isIPv4MappedAddress()
  const read = mapped ? (given as ipaddr.IPv6).toIPv4Address() : given
  if (read.range() !== 'unicast' || CLOUDS_OWN.has(read.toString())) return false
  return read.kind() === 'ipv4' || ((read as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}
