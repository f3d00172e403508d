/** Makes zips, also damaged or hostile ones: any field not given is valid. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string | Uint8Array
  text?: string | Uint8Array
  /** Bytes already compressed, to be shared by many entries. */
  packed?: { bytes: Uint8Array; crc: number; size: number }
  /** The stated uncompressed size. */
  says?: number
  method?: number
  flags?: number
  /** The Unix file mode. */
  mode?: number
  /** The index of another entry whose bytes this one points to. */
  bytesOf?: number
  /** The number of bytes by which the stated compressed size is too large. */
  claims?: number
}

const UTF8 = 0x800
const DEFLATED = 8

/** Compressed bytes of one repeated letter, to be shared by entries. */
export function packedLetters(size: number): NonNullable<ZipEntry['packed']> {
  const bytes = Buffer.alloc(size, 'a')
  return { bytes: deflateRawSync(bytes), crc: crc32(bytes), size }
}

/** The bytes of a zip of these entries. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const [parts, directory, offsets]: [Uint8Array[], Uint8Array[], number[]] = [[], [], []]
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const text = Buffer.from(entry.text ?? '')
    const { bytes, crc, size } = entry.packed ?? { bytes: deflateRawSync(text), crc: crc32(text), size: text.length }
    const start = entry.bytesOf === undefined ? offset : (offsets[entry.bytesOf] ?? 0)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(entry.flags ?? (typeof entry.name === 'string' ? UTF8 : 0), 2)
    head.writeUInt16LE(entry.method ?? DEFLATED, 4)
    head.writeUInt32LE(crc, 10)
    head.writeUInt32LE(bytes.length + (entry.claims ?? 0), 14)
    head.writeUInt32LE(entry.says ?? size, 18)
    head.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6)
    rest.writeUInt32LE(start, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, rest, name)
    offsets.push(offset)
    if (entry.bytesOf !== undefined) continue
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, bytes)
    offset += 30 + name.length + bytes.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
