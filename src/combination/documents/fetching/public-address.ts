import ipaddr from 'ipaddr.js'

/** Where a cloud speaks to its own machines, in a range that is given out to all. */
const CLOUDS_OWN = new Set(['168.63.129.16'])

/**
 * Whether an address belongs to the public internet: unicast, and none of the ranges that are private, this machine's, a
 * network's own, a carrier's, reserved, or that carry another address inside. Of IPv6 only what is given out at all.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false
  const given = ipaddr.parse(address)
  const mapped = given.kind() === 'ipv6' && (given as ipaddr.IPv6).isIPv4MappedAddress()
  const read = mapped ? (given as ipaddr.IPv6).toIPv4Address() : given
  if (read.range() !== 'unicast' || CLOUDS_OWN.has(read.toString())) return false
  return read.kind() === 'ipv4' || ((read as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}
