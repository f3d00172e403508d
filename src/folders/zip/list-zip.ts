import { closeSync, openSync, readSync } from 'node:fs'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import { isDocument, type Unread } from '../../combination/index.ts'
import { asideOf } from '../../text/index.ts'
import { commonTop, isLeftOut, nameFault, nameIn, plainPath, sameName } from './zip-names.ts'

/** An entry to unpack; its path is relative to the single top folder, if there is one. */
export interface Listed {
  path: string
  entry: Entry
}

/** An open zip: its unchecked entries, and the packed bytes of each. */
export interface OpenZip {
  list: ZipFile
  packed(entry: Entry): Promise<Uint8Array>
  close(): void
}

/** Opens a zip, or throws; the caller closes it. */
export async function openZip(file: string): Promise<OpenZip> {
  const fd = openSync(file, 'r')
  try {
    const list = await fromFdPromise(fd, { autoClose: false, decodeStrings: false, validateEntrySizes: false })
    // Errors are reported by the reading calls.
    list.on('error', () => {})
    return { list, packed: (entry) => packedBytes(list, fd, entry), close: () => list.close() }
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

/** Bytes are read directly, since a stream per small file takes most of the time. */
async function packedBytes(list: ZipFile, fd: number, entry: Entry): Promise<Uint8Array> {
  const { fileDataStart } = await list.readLocalFileHeaderPromise(entry, { minimal: true })
  const bytes = Buffer.alloc(entry.compressedSize)
  let got = 0
  for (let part = -1; part !== 0 && got < bytes.length; got += part)
    part = readSync(fd, bytes, got, bytes.length - got, fileDataStart + got)
  if (got < bytes.length) throw new Error('It ends too early.')
  return bytes
}

/**
 * Lists the wanted entries of a zip, and the others with the reason; `whole` is why the list ended
 * early.
 */
export async function listZip(
  zip: ZipFile,
  most: number,
  isWanted: (path: string) => boolean,
): Promise<{ listed: Listed[]; unread: Unread[]; whole: string | null }> {
  const { files, unread, whole } = await allFiles(zip, most)
  const top = commonTop(files.map(({ path }) => path))
  const reaching = reachingOver(files)
  const taken = new Set<string>()
  const listed: Listed[] = []
  const beside = { isRead: isDocument, has: () => false, text: () => undefined }
  for (const { path: full, entry } of files) {
    const path = full.slice(top.length)
    if (path.endsWith('/') || path === '') continue
    const fault = isWanted(path) ? contentFault(path, entry, taken) : asideOf(path, beside)
    const reason = kindFault(entry, path, reaching) ?? fault
    if (reason) unread.push({ path, reason })
    else if (isWanted(path)) listed.push({ path, entry })
  }
  return { listed, unread, whole }
}

async function allFiles(
  zip: ZipFile,
  most: number,
): Promise<{ files: Listed[]; unread: Unread[]; whole: string | null }> {
  const files: Listed[] = []
  const unread: Unread[] = []
  let count = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (++count > most)
        return { files, unread, whole: `It holds more than ${most} files; what came after them was not read.` }
      const name = nameIn(entry)
      const reason = nameFault(name)
      const path = name.endsWith('/') ? `${plainPath(name)}/` : plainPath(name)
      if (reason) unread.push({ path: name.slice(0, 300), reason })
      else if (path && !isLeftOut(path)) files.push({ path, entry })
    }
  } catch {
    return { files, unread, whole: `It is damaged: its list of files ends after ${count}.` }
  }
  return { files, unread, whole: null }
}

const [KIND, LINK, PLAIN, FOLDER] = [0o170000, 0o120000, 0o100000, 0o040000]

function kindFault(entry: Entry, path: string, reaching: ReadonlySet<Entry>): string | null {
  const kind = (entry.externalFileAttributes >>> 16) & KIND
  if (kind === LINK) return 'It is a link: not followed.'
  if (kind !== 0 && kind !== PLAIN && kind !== FOLDER) return 'It is no ordinary file.'
  if (/\.zip$/i.test(path)) return 'It is a zip within the zip: not opened. Unpack it, and give it by itself.'
  return reaching.has(entry) ? 'It reaches into another file of the zip: not unpacked.' : null
}

const [STORED, DEFLATED] = [0, 8]

function contentFault(path: string, entry: Entry, taken: Set<string>): string | null {
  if (entry.isEncrypted()) return 'It is locked with a password.'
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return `It is packed in a way that is not read here (method ${entry.compressionMethod}).`
  const key = sameName(path)
  if (taken.has(key)) return 'Another file of the zip has the same name, but for case or accents.'
  taken.add(key)
  return null
}

const HEADER = 30

/** Entries whose bytes overlap the next one, as only hostile zips have. */
function reachingOver(files: readonly Listed[]): Set<Entry> {
  const entries = files.map(({ entry }) => entry)
  const sorted = entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  return new Set(
    sorted.filter((one, n) => {
      const next = sorted[n + 1]?.relativeOffsetOfLocalHeader ?? Number.POSITIVE_INFINITY
      return one.relativeOffsetOfLocalHeader + HEADER + one.fileNameLength + one.compressedSize > next
    }),
  )
}
