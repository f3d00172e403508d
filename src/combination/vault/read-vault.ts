import { readBytes } from '../documents/index.ts'
import type { Defect } from '../pages/index.ts'
import type { SourceLines } from './check-citations.ts'
import { linkPages, type Vault } from './link-pages.ts'
import { countLines, type ParsedPage, parsePage } from './parse-page.ts'

/** A file of a vault: its path and bytes. */
export interface VaultFile {
  path: string
  bytes: Uint8Array
}

/** A parsed file of a vault; `ignored` is a generated page. */
export type VaultFileRead = { defects: Defect[] } & (
  | { kind: 'page'; page: ParsedPage; text: string }
  | { kind: 'source'; name: string; text: string }
  | { kind: 'other'; name: string }
  | { kind: 'ignored' | 'unreadable' }
)

/** Callbacks that receive the texts of a vault while it is read. */
export interface ReadOptions {
  page?: (page: ParsedPage, text: string) => void
  source?: (name: string, text: string) => void
}

/** Decodes and parses one file of a vault: a page, a source below `sources/`, or a file that pages may embed. */
export function readVaultFile({ path: given, bytes }: VaultFile): VaultFileRead {
  const path = given.replaceAll('\\', '/')
  if (!/\.md$/i.test(path))
    return { kind: 'other', name: path.slice(path.lastIndexOf('/') + 1).toLowerCase(), defects: [] }
  const defect = (kind: Defect['kind'], reason: string): Defect => ({ kind, path, line: 1, reason })
  const words = readBytes(bytes)
  if ('fault' in words) return { kind: 'unreadable', defects: [defect('unreadable', words.fault)] }
  const { text, encoding } = words
  const defects = encoding ? [defect('not-utf-8', `It is not UTF-8; read as ${encoding}.`)] : []
  const source = /^sources\/(.+)$/i.exec(path)?.[1]
  if (source) return { kind: 'source', name: source.normalize('NFC'), text, defects }
  if (/^(?:wiki\/index|log)\.md$/i.test(path)) return { kind: 'ignored', defects }
  const parsed = parsePage(path, text)
  return { kind: 'page', page: parsed.page, text, defects: [...defects, ...parsed.defects] }
}

/**
 * Reads a vault, ours or Obsidian's, from its files: resolves links, checks citations against the
 * existing sources and lines, and lists defects. Texts are not kept, only passed to the callbacks.
 */
export function readVault(files: Iterable<VaultFile>, told: ReadOptions = {}): Vault {
  const pages: ParsedPage[] = []
  const sources = new Map<string, SourceLines>()
  const otherFiles = new Set<string>()
  const defects: Defect[] = []
  for (const file of files) {
    const read = readVaultFile(file)
    defects.push(...read.defects)
    if (read.kind === 'other') otherFiles.add(read.name)
    else if (read.kind === 'source') {
      sources.set(read.name, { lines: countLines(read.text) })
      told.source?.(read.name, read.text)
    } else if (read.kind === 'page') {
      pages.push(read.page)
      told.page?.(read.page, read.text)
    }
  }
  return linkPages({ pages, sources, otherFiles, defects })
}
