import { unzipSync } from 'fflate'
import { asideOf } from '../../../text/light.ts'
import type { Found } from '../../parts/files-dropped.ts'
import { decodeUtf8 } from './brought.ts'

/** A file of a vault to be sent. */
export type VaultFile = { path: string; text: string; base?: string }
/** A file that was not imported, and why. */
export type NotIn = { path: string; reason: string }

/** Extensions of text files; others are not sent. */
const textFile = /\.(?:md|markdown|mdown|mkd|mdx|txt|html?)(?:\.erb)?$| [\da-f]{32}(?:_all)?\.csv$/i
const ignored = /(?:^|\/)(?:\.|node_modules\/|__MACOSX\/)/
const inBaseFolder = /(?:^|\/)\.whorl\/base\//
const mostBytes = 6_000_000

type Reasons = { tooLong: string; notText: string; noZip: string }
type Opened = { name: string; files: AsyncIterable<VaultFile>; count: number; aside: number; notIn: NotIn[] }

/** Opens a chosen folder or zip: its files below the top folder, sources first. */
export async function openVault(found: readonly Found[], reasons: Reasons): Promise<Opened> {
  const [first] = found
  const zip = found.length === 1 && first && /\.zip$/i.test(first.path) ? first.file : null
  const notIn: NotIn[] = []
  const bytes = zip ? await unzipTexts(zip, notIn, reasons) : new Map(found.map(({ path, file }) => [path, file]))
  const topFolder = commonTop([...bytes.keys()].filter((path) => !ignored.test(path)))
  const withoutTop = (path: string) => path.slice(topFolder.length)
  const all = [...bytes].map(([path, file]) => ({ path: withoutTop(path), file }))
  const wanted = all.filter(({ path }) => textFile.test(path) && !ignored.test(path))
  const wantedPaths = new Set(wanted.map(({ path }) => path))
  const baseFiles = new Map(
    all.flatMap(({ path, file }) => (inBaseFolder.test(path) ? [[path.replace(inBaseFolder, ''), file] as const] : [])),
  )
  // By name without ending, so that what `A 2.md` may be a copy of comes first.
  wanted.sort((a, b) => rank(a.path) - rank(b.path) || (stemOf(a.path) < stemOf(b.path) ? -1 : 1))
  const rest = all.filter(({ path }) => !wantedPaths.has(path))
  const named = rest.flatMap(({ path }) => {
    const reason = asideOf(path, besides)
    return reason ? [{ path, reason }] : []
  })
  notIn.push(...named)
  return {
    name: (zip?.name ?? first?.path.split('/')[0] ?? '').replace(/\.zip$/i, '').slice(0, 200),
    files: read(),
    count: wanted.length,
    aside:
      rest.filter(({ path }) => !ignored.test(path)).length - named.filter(({ path }) => !ignored.test(path)).length,
    notIn,
  }

  async function* read(): AsyncGenerator<VaultFile> {
    for (const { path, file } of wanted) {
      const text = await textOf(file)
      const base = baseFiles.get(path)
      const own = base && (await textOf(base))
      if (typeof text === 'string') yield { path, text, ...(typeof own === 'string' && { base: own }) }
      else notIn.push({ path, reason: reasons[text.no] })
    }
  }
}

type Bytes = Uint8Array<ArrayBuffer> | File

async function textOf(file: Bytes): Promise<string | { no: 'tooLong' | 'notText' }> {
  if ((file instanceof File ? file.size : file.length) > mostBytes) return { no: 'tooLong' }
  const text = decodeUtf8(file instanceof File ? await file.arrayBuffer() : file.slice().buffer)
  return text ?? { no: 'notText' }
}

/** Unpacks the text files of a zip; too large ones are listed and skipped. */
async function unzipTexts(zip: File, notIn: NotIn[], { tooLong, noZip }: Reasons): Promise<Map<string, Bytes>> {
  try {
    const all = unzipSync(new Uint8Array(await zip.arrayBuffer()), {
      filter: ({ name, originalSize, size }) => {
        if (name.endsWith('/')) return false
        if (!(textFile.test(name) || inBaseFolder.test(name))) {
          const reason = asideOf(name, besides)
          if (reason) notIn.push({ path: name, reason })
          return false
        }
        const fits = originalSize <= Math.min(mostBytes, Math.max(1_000_000, size * 100))
        if (!fits) notIn.push({ path: name, reason: tooLong })
        return fits
      },
    })
    return new Map(Object.entries(all).map(([path, bytes]) => [path, bytes as Uint8Array<ArrayBuffer>]))
  } catch (error) {
    // Errors about invalid zip data have a code.
    if (!(error instanceof Error && 'code' in error)) throw error
    notIn.push({ path: zip.name, reason: noZip })
    return new Map()
  }
}

/** Only names are looked at here; the space looks at the texts. */
const besides = { isRead: (path: string) => textFile.test(path), has: () => false, text: () => undefined }

const stemOf = (path: string) => path.replace(/\.[^./]+$/, '')
const rank = (path: string) => (/^sources\//i.test(path) ? 0 : 1)

function commonTop(paths: readonly string[]): string {
  const topFolder = /^[^/]+\//.exec(paths[0] ?? '')?.[0] ?? ''
  return topFolder && !/^(?:sources|wiki)\/$/i.test(topFolder) && paths.every((path) => path.startsWith(topFolder))
    ? topFolder
    : ''
}
