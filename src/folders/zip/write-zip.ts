import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

const [UTF8_NAMES, DEFLATED, VERSION] = [0x0800, 8, 20]
/** The earliest date of the format, so that the same files give the same bytes. */
const FIRST_DAY = 0x21
const [MOST_FILES, MOST_BYTES] = [0xffff, 0xffffffff]

/** Writes texts into a new zip (PKWARE APPNOTE, without ZIP64). */
export function writeZip(path: string, files: ReadonlyMap<string, readonly string[]>): void {
  if (files.size > MOST_FILES) throw new Error(`There are more than ${MOST_FILES} files. Export them to a folder.`)
  const fd = openSync(path, 'wx', 0o600)
  try {
    let at = 0
    const put = (bytes: Buffer) => {
      // A write may be partial.
      for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from)
      at += bytes.length
      if (at > MOST_BYTES) throw new Error('It is more than a zip can hold. Export it to a folder.')
    }
    const list = [...files].map(([name, texts]) => {
      const entry = { name: Buffer.from(name), bytes: Buffer.from(texts.join('')), from: at }
      const packed = deflateRawSync(entry.bytes)
      const common = commonOf(entry.bytes, packed.length, entry.name.length)
      put(Buffer.concat([signed(0x04034b50), common, entry.name, packed]))
      return { common, name: entry.name, from: entry.from }
    })
    const start = at
    for (const { common, name, from } of list) {
      const rest = Buffer.alloc(14)
      rest.writeUInt32LE(from, 10)
      put(Buffer.concat([signed(0x02014b50), word(VERSION), common, rest, name]))
    }
    const end = Buffer.alloc(18)
    end.writeUInt16LE(list.length, 4)
    end.writeUInt16LE(list.length, 6)
    end.writeUInt32LE(at - start, 8)
    end.writeUInt32LE(start, 12)
    put(Buffer.concat([signed(0x06054b50), end]))
  } finally {
    closeSync(fd)
  }
}

/** The fields shared by local and central headers. */
function commonOf(bytes: Buffer, packed: number, name: number): Buffer {
  const fields = Buffer.alloc(26)
  for (const [n, value] of [VERSION, UTF8_NAMES, DEFLATED, 0, FIRST_DAY].entries()) fields.writeUInt16LE(value, n * 2)
  for (const [n, value] of [crc32(bytes), packed, bytes.length].entries()) fields.writeUInt32LE(value, 10 + n * 4)
  fields.writeUInt16LE(name, 22)
  return fields
}

const signed = (signature: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

const word = (value: number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
