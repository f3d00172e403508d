import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import type { Entry } from 'yauzl'
import { isDocument, isTooLarge, MOST_BYTES, tooLarge, type Unread } from '../../combination/index.ts'
import { isExportFile } from '../../externalisation/index.ts'
import { listZip, type OpenZip, openZip } from './list-zip.ts'

/** The limits of unpacking, and a progress callback. */
interface Unpacking {
  mostBytes?: number
  mostFiles?: number
  progress?: (words: string) => void
}

const GIBIBYTE = 1 << 30
const MOST_FILES = 100_000

/**
 * Unpacks documents or a chat export from a zip into a private folder, and returns the entries left
 * out, with the reason. The zip is treated as hostile: sizes are counted while inflating, nothing
 * is written outside `to`, and no link is made.
 */
export async function unpackZip(file: string, to: string, given: Unpacking = {}): Promise<Unread[]> {
  const { mostBytes = GIBIBYTE, mostFiles = MOST_FILES, progress = () => {} } = given
  const zip = await openZip(file).catch(() => null)
  if (!zip) return [{ path: basename(file), reason: NO_ZIP }]
  try {
    const { listed, unread, whole } = await listZip(
      zip.list,
      mostFiles,
      (path) => isDocument(path) || isExportFile(path),
    )
    if (whole) unread.unshift({ path: basename(file), reason: whole })
    let left = mostBytes
    for (const [n, { path, entry }] of listed.entries()) {
      if (n % 200 === 0) progress(`Unpacking ${basename(file)}: ${n} of ${listed.length}…`)
      const got = await contentOf(zip, entry, left)
      left -= got.cost
      const reason = got.bytes ? faultOfPutting(join(to, path), got.bytes) : got.reason
      if (reason) unread.push({ path, reason })
    }
    return unread
  } finally {
    zip.close()
  }
}

const NO_ZIP = 'It is no zip, or it is cut off: the list of files at its end is missing. Fetch it again.'
const DAMAGED = 'It is damaged.'
const SPENT = 'It is beyond what is unpacked of one zip: 1 GiB.'
const TIGHTEST = 100
const TOO_TIGHT = `It would unpack to more than ${TIGHTEST} times its size, as no text does.`
const LYING = `It unpacks to more than it says, and to more than ${MOST_BYTES / 1_000_000} MB.`

/** An entry's bytes or the reason there are none, and the number of bytes inflated. */
type Got = { bytes: Uint8Array; cost: number } | { bytes: null; reason: string; cost: number }

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflateRaw)
const A_LITTLE = 1_000_000

async function contentOf(zip: OpenZip, entry: Entry, left: number): Promise<Got> {
  const { uncompressedSize: said, compressedSize: packed } = entry
  const tight = Math.max(A_LITTLE, packed * TIGHTEST)
  const not = (reason: string, cost = 0): Got => ({ bytes: null, reason, cost })
  if (isTooLarge(said)) return not(tooLarge(said))
  if (said > tight) return not(TOO_TIGHT)
  if (said > left || left <= 0) return not(SPENT)
  // Incompressible data grows by a few bytes at most.
  if (packed > MOST_BYTES + A_LITTLE) return not(DAMAGED)
  const most = Math.min(MOST_BYTES, tight, left)
  try {
    const bytes = await inflated(zip, entry, most)
    return crc32(bytes) === entry.crc32 ? { bytes, cost: bytes.length } : not(DAMAGED, bytes.length)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE')
      return not(DAMAGED, Math.min(most, packed * 1032))
    // An entry with a false size counts as the largest, so that a hundred of them end the
    // unpacking.
    return not(most === MOST_BYTES ? LYING : most === tight ? TOO_TIGHT : SPENT, MOST_BYTES)
  }
}

async function inflated(zip: OpenZip, entry: Entry, most: number): Promise<Uint8Array> {
  const packed = await zip.packed(entry)
  if (entry.compressionMethod === 0) return packed
  // Small entries are inflated faster here than in another thread.
  return packed.length < A_LITTLE / 100
    ? inflateRawSync(packed, { maxOutputLength: most })
    : inflate(packed, { maxOutputLength: most })
}

/** Creates a file; returns the reason if it cannot. */
function faultOfPutting(place: string, bytes: Uint8Array): string | null {
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    writeFileSync(place, bytes, { flag: 'wx', mode: 0o600 })
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw error
    return `It cannot be unpacked under its name: ${code}.`
  }
}
