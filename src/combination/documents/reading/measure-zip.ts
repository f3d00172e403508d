import { inflateRawSync } from 'node:zlib'
import { damaged, Unreadable } from './read-in.ts'

const MOST_UNPACKED = 200_000_000
const MOST_ENTRIES = 5000
const TOO_MUCH =
  'It unpacks to far more than a document has. It was made to harm, or holds very large pictures: bring its text.'

/**
 * Refuses a zip that unpacks to more than a document should. Each entry is inflated here within a
 * limit and discarded, since declared sizes may lie and later readers trust them.
 */
export function measureZip(bytes: Uint8Array, kind: string): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = MOST_UNPACKED
  for (const at of entriesIn(zip, kind)) {
    left -= unpackedSize(zip, at, left, kind)
    if (left < 0) throw new Unreadable(TOO_MUCH)
  }
}

/**
 * Returns the offsets of the central directory's entries. The directory must end at its end record,
 * with nothing before the zip or between the two, and without zip64: a reader that accepts those
 * would see another list.
 */
function entriesIn(zip: Buffer, kind: string): number[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > zip.length) throw damaged(kind)
  const disks = zip.readUInt32LE(end + 4)
  const [here, count] = [zip.readUInt16LE(end + 8), zip.readUInt16LE(end + 10)]
  if (count > MOST_ENTRIES) throw new Unreadable(TOO_MUCH)
  const [size, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
  if (disks !== 0 || here !== count || start + size !== end) throw damaged(kind)
  const entries: number[] = []
  for (let at = start; at < end; ) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) throw damaged(kind)
    entries.push(at)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (entries.length !== count) throw damaged(kind)
  return entries
}

function unpackedSize(zip: Buffer, at: number, left: number, kind: string): number {
  const [method, packed, head] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
  if (head + 30 > zip.length) throw damaged(kind)
  const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
  if (method === 0) return packed
  if (method !== 8) throw damaged(kind)
  try {
    return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, left) }).length
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? new Unreadable(TOO_MUCH) : damaged(kind)
  }
}
