import { Zip, ZipDeflate } from 'fflate'
import type { Found } from '../../parts/files-dropped.ts'

/** The files that the server reads; others are not sent. */
const documents = /\.(?:md|markdown|mdown|mkd|mdx|txt|html?)(?:\.erb)?$/i
const hidden = /(?:^|\/)(?:\.|node_modules\/)/
const mostOfOne = 10_000_000
const quick = 1

/** Which files of a folder are worth sending. */
export const worthSending = ({ path, file }: Pick<Found, 'path'> & { file: Pick<File, 'size'> }): boolean =>
  documents.test(path) && !hidden.test(path) && file.size <= mostOfOne

/** Packs files into one zip, a file at a time, and streams its bytes. */
export async function packed(found: readonly Found[], onBytes: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  let made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  const handOn = async () => {
    const bytes = made
    made = []
    for (const some of bytes) await onBytes(some)
  }
  for (const { file, path } of found) {
    const entry = new ZipDeflate(path, { level: quick })
    zip.add(entry)
    entry.push(new Uint8Array(await file.arrayBuffer()), true)
    await handOn()
  }
  zip.end()
  await handOn()
}
