import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { MOST_FILE_BYTES } from '../../../text/index.ts'
import { faultOf, NOT_PUBLIC } from './address.ts'
import { isPublic } from './public-address.ts'

/** Access to the network; tests allow one place that is refused otherwise. */
export interface Reach {
  /** Resolves a name to all its addresses. */
  resolve(name: string): Promise<string[]>
  /** Whether a connection to an address is allowed. */
  mayReach(address: string, port: number): boolean
}

/** Reaches public addresses, resolved by this machine's resolver. */
export const theWorld: Reach = {
  resolve: async (name) => (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address),
  mayReach: (address) => isPublic(address),
}

/** The limits of a fetch. */
export interface FetchBounds {
  ms: number
  bytes: number
}

/** A fetched document: its bytes, declared type, and final URL. */
export interface Fetched {
  bytes: Uint8Array
  mediaType: string
  charset: string | null
  /** The file name from its URL or its sender. */
  name: string
  url: string
}

/** Why an address could not be fetched, in a sentence for whoever gave it. */
export class Unfetched extends Error {}

const BOUNDS: FetchBounds = { ms: 20_000, bytes: MOST_FILE_BYTES }
const MOST_REDIRECTS = 5
const TAKEN =
  /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/(?:xhtml\+xml|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|octet-stream))$/
const SLOW = 'It took longer than twenty seconds.'

/**
 * Fetches a document from a public address. Every address that the name resolves to is checked, the
 * connection is made to a checked address only, and each redirect is checked again. No cookies or
 * referrer are sent.
 */
export async function fetchDocument(
  address: string,
  reach: Reach,
  stopping?: AbortSignal,
  bounds: FetchBounds = BOUNDS,
): Promise<Fetched> {
  const late = AbortSignal.timeout(bounds.ms)
  const signal = stopping ? AbortSignal.any([late, stopping]) : late
  try {
    return await followRedirects(new URL(address), reach, signal, bounds)
  } catch (error) {
    if (error instanceof Unfetched) throw error
    if (stopping?.aborted) throw new Error('The server was stopped; it is fetched anew.')
    throw new Unfetched(late.aborted ? SLOW : reasonOf(error))
  }
}

async function followRedirects(start: URL, reach: Reach, signal: AbortSignal, bounds: FetchBounds): Promise<Fetched> {
  let url = start
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const answer = await sendRequest(url, await publicAddresses(url, reach, signal), signal)
    const status = answer.statusCode ?? 0
    const { location } = answer.headers
    if (![301, 302, 303, 307, 308].includes(status)) return await readAnswer(url, answer, signal, bounds)
    answer.destroy()
    if (!location || !URL.canParse(location, url)) throw new Unfetched('It leads on to nowhere.')
    url = new URL(location, url)
  }
  throw new Unfetched(`It leads on more than ${MOST_REDIRECTS} times.`)
}

/**
 * Resolves a URL's host, and refuses it if any of its addresses may not be reached, since the
 * connection could use that one.
 */
async function publicAddresses(url: URL, { resolve, mayReach }: Reach, signal: AbortSignal): Promise<string[]> {
  const fault = faultOf(url)
  if (fault) throw new Unfetched(fault)
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(literal) ? [literal] : await abortable(resolve(url.hostname), signal)
  if (found.length === 0) throw new Unfetched('There is no such place.')
  if (!found.every((one) => isIP(one) && mayReach(one, port))) throw new Unfetched(NOT_PUBLIC)
  return found
}

const abortable = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ])

const HEADERS = {
  accept: 'text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf, */*;q=0.1',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Whorl (reads a page that somebody brought)',
  connection: 'close',
}

function sendRequest(url: URL, addresses: string[], signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? secureRequest : plainRequest
    const sent = request(url, { agent: false, headers: HEADERS, lookup: lookupOf(addresses), signal }, (answer) => {
      // The connected address must be a checked one, whatever the name resolves to by now.
      if (addresses.includes(withoutMapping(answer.socket.remoteAddress))) return resolve(answer)
      answer.destroy()
      reject(new Unfetched(NOT_PUBLIC))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** A lookup that knows only the addresses that were looked at. */
function lookupOf(addresses: string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_, { all: every }, done) => {
    if (every) done(null, all)
    else done(null, all[0]?.address ?? '', all[0]?.family)
  }
}

const withoutMapping = (address = '') => address.replace(/^::ffff:(?=\d+\.)/i, '')

async function readAnswer(
  url: URL,
  answer: IncomingMessage,
  signal: AbortSignal,
  bounds: FetchBounds,
): Promise<Fetched> {
  const status = answer.statusCode ?? 0
  try {
    if (status !== 200) throw new Unfetched(reasonOfStatus(status))
    const [mediaType = '', ...more] = (answer.headers['content-type'] ?? 'application/octet-stream').split(';')
    const kind = mediaType.trim().toLowerCase()
    if (!TAKEN.test(kind))
      throw new Unfetched(`It is ${kind || 'of no kind'}, and no page, text, PDF or Word document.`)
    if (Number(answer.headers['content-length'] ?? 0) > bounds.bytes) throw new Unfetched(tooLarge(bounds))
    const bytes = await readBody(answer, signal, bounds)
    const charset =
      /^\s*charset\s*=\s*"?([\w-]{1,40})/i.exec(more.find((one) => /charset/i.test(one)) ?? '')?.[1] ?? null
    return { bytes, mediaType: kind, charset, name: nameOf(url), url: url.href }
  } finally {
    answer.destroy()
  }
}

/**
 * Reads and decompresses the body. However it ends (too large, late, broken off), both streams are
 * destroyed and it settles: `pipeline` waits for a decompressor that is not read any more.
 */
function readBody(answer: IncomingMessage, signal: AbortSignal, bounds: FetchBounds): Promise<Uint8Array> {
  const unpack = decompressor(answer.headers['content-encoding'])
  const source: Readable = unpack ? answer.pipe(unpack) : answer
  const parts: Buffer[] = []
  let size = 0
  return new Promise<Uint8Array>((resolve, reject) => {
    const fail = (error: unknown) => reject(error instanceof Error ? error : new Error('It broke off.'))
    const late = () => fail(signal.reason)
    source.on('data', (part: Buffer) => {
      size += part.length
      if (size > bounds.bytes) fail(new Unfetched(tooLarge(bounds)))
      else parts.push(part)
    })
    source.on('end', () => resolve(Buffer.concat(parts)))
    for (const stream of new Set([answer, source])) stream.on('error', fail)
    answer.on('close', () => {
      if (!answer.complete) fail(undefined)
    })
    if (signal.aborted) late()
    else signal.addEventListener('abort', late, { once: true })
  }).finally(() => {
    answer.destroy()
    unpack?.destroy()
  })
}

function decompressor(encoding = 'identity') {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  if (encoding === 'identity') return null
  throw new Unfetched('It came packed in a way that is not known here.')
}

const tooLarge = ({ bytes }: FetchBounds) => `It is larger than ${Math.round(bytes / 1024 / 1024)} MiB.`

const reasonOfStatus = (status: number) =>
  status === 404 || status === 410
    ? 'There is no such page there.'
    : status === 401 || status === 403
      ? 'It is not shown to everybody: it wants somebody to be signed in.'
      : `The other side answered ${status}.`

/** Describes a network error without internals. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA')
    return 'There is no such place, or it cannot be found now.'
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'Nobody answers there.'
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
    return 'Its certificate does not hold, so it is not sure who answers.'
  return 'The connection broke off.'
}

function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.split('/').filter(Boolean).at(-1)
  try {
    return decodeURIComponent(last ?? hostname)
  } catch {
    return last ?? hostname
  }
}
