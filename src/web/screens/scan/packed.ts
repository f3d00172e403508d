import { Zip, ZipDeflate } from 'fflate'
import type { Found } from '../../parts/files-dropped.ts'

/** The files that the server reads; others are not sent. */
const documents = /\.(?:md|markdown|mdown|mkd|mdx|txt|html?)(?:\.erb)?$/i
const hidden = /(?:^|\/)(?:\.|node_modules\/)/
const maxFileBytes = 10_000_000
const fastest = 1

/** Which files of a folder are worth sending. */
export const isWorthSending = ({ path, file }: Pick<Found, 'path'> & { file: Pick<File, 'size'> }): boolean =>
  documents.test(path) && !hidden.test(path) && file.size <= maxFileBytes

/** Packs files into one zip, a file at a time, and streams its bytes. */
export async function packZip(found: readonly Found[], onBytes: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  let output: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    output.push(bytes)
  })
  const flush = async () => {
    const chunks = output
    output = []
    for (const chunk of chunks) await onBytes(chunk)
  }
  for (const { file, path } of found) {
    const entry = new ZipDeflate(path, { level: fastest })
    zip.add(entry)
    entry.push(new Uint8Array(await file.arrayBuffer()), true)
    await flush()
  }
  zip.end()
  await flush()
}
