import { unfit } from '../../../ba/index.ts'

const REMEDY = 'Write one like https://example.org/page.'

/**
 * Parses an address, or refuses it: http and https only, no name and password, no name of this
 * machine.
 */
export function addressRead(given: string): string {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null
  if (!url) throw unfit('address', 'It is no address.', REMEDY)
  const fault = faultOf(url)
  if (fault) throw unfit('address', fault, REMEDY)
  url.hash = ''
  return url.href
}

/** What is wrong with an address before DNS is asked, or null. */
export function faultOf({ protocol, username, password, hostname, port }: URL): string | null {
  if (protocol !== 'http:' && protocol !== 'https:') return 'Only addresses of http and https are fetched.'
  if (username || password) return 'It holds a name or a password, which would be sent along.'
  if (/(?:^|\.)(?:localhost|local|internal|home\.arpa|lan)\.?$/i.test(hostname)) return NOT_PUBLIC
  if (port && Number(port) < 1024 && port !== '80' && port !== '443') return 'Nothing is fetched from such a port.'
  return null
}

/** The reason given for an address that is not public. */
export const NOT_PUBLIC = 'It leads to this machine or a private network; only public addresses are fetched.'
