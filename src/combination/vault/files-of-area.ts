import { createHash } from 'node:crypto'
import { type HereIAm, looseSlug, OPEN } from '../../ba/index.ts'
import { claimsOfSource, sourceById } from '../../knowledge/index.ts'
import { linesOfFront, nameOfFile } from '../../text/index.ts'
import { isMarkdown } from '../documents/index.ts'
import { broughtToArea, confirmedLines, openSourcesCitedIn, pagesOfArea, sourcesOfArea } from './vault-rows.ts'

/** A page of an area, with its path in a vault. */
export interface PageFile {
  kind: 'page'
  path: string
  id: string
  /** Its name in an address, as of a page of a site. */
  address: string
  slug: string
  title: string
  summary: string
  updatedAt: string
  mark: string
}

/** A source of an area, with its path in a vault. */
export interface SourceFile {
  kind: 'source'
  path: string
  id: string
  name: string
  title: string
  /** Whether it is an answer or a story, of which only confirmed lines are exported. */
  told: boolean
  mark: string
}

/**
 * The files of an area by path: its pages, its sources, and for a closed area the open sources that
 * its pages cite. An answer or a story is included once a line is confirmed.
 */
export async function filesOfArea(here: HereIAm, area: string): Promise<(PageFile | SourceFile)[]> {
  const { tx, space } = here
  const taken: Taken = { files: new Set(), folders: new Set() }
  const brought = Map.groupBy(await broughtToArea(tx, space.id, area), ({ topic_id }) => topic_id)
  const pages = (await pagesOfArea(tx, space.id, area)).map(
    ({ id, slug, title, summary, version, updated_at }): PageFile => ({
      kind: 'page',
      path: freePath(
        'wiki/concepts/',
        fileStem(nameOf({ title, slug }, brought.get(id) ?? []), slug, id),
        '.md',
        taken,
      ),
      address: addressOf(slug, id),
      ...{ id, slug, title, summary, updatedAt: updated_at, mark: String(version) },
    }),
  )
  const sources: SourceFile[] = []
  const [own, open] = [
    await sourcesOfArea(tx, space.id, area),
    area === OPEN ? [] : await openSourcesCitedIn(tx, space.id, area, OPEN),
  ]
  const names = new Set(own.map(({ name }) => name))
  const all = [...own, ...open.filter(({ name }) => !names.has(name))]
  const isTold = ({ kind }: { kind: string }) => kind !== 'file'
  const lines = await confirmedLines(
    tx,
    space.id,
    all.filter(isTold).map(({ id }) => id),
  )
  const linesOf = Map.groupBy(lines, ({ source_id }) => source_id)
  for (const source of all) {
    const { id, name, title, hash } = source
    const [told, confirmed] = [isTold(source), linesOf.get(id)]
    if (told && !confirmed) continue
    const [, stem = name, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(sourcePath(name)) ?? []
    const path = freePath('sources/', stem, ending, taken)
    sources.push({ kind: 'source', path, id, name, title, told, mark: confirmed ? markOf(hash, confirmed) : hash })
  }
  return [...pages, ...sources].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * The mark of an answer or a story: a hash of its text's hash and of which of its lines are
 * confirmed.
 */
const markOf = (hash: string, confirmed: readonly { from_line: number; to_line: number }[]) =>
  hashOf(`${hash} ${confirmed.map(({ from_line, to_line }) => `${from_line}-${to_line}`).join(' ')}`)

/**
 * A source's text as its area may read it; of an answer or a story only confirmed lines, or null
 * without any.
 */
export async function textOfSource(
  { tx, space }: HereIAm,
  { id, name, told }: Pick<SourceFile, 'id' | 'name' | 'told'>,
  { written }: { written: (markdown: string) => string },
): Promise<string | null> {
  const source = await sourceById(tx, space.id, id)
  if (!source) return null
  if (!told) return isMarkdown(name) ? written(source.text) : source.text
  const claims = (await claimsOfSource(tx, space.id, id)).filter(({ confirmed_at }) => confirmed_at !== null)
  if (claims.length === 0) return null
  const lines = source.text.split('\n')
  const front = linesOfFront(source.text)
  const open = (n: number) => n <= front || claims.some(({ from_line, to_line }) => from_line <= n && n <= to_line)
  // Omitted lines stay as empty lines, so that citations still hold.
  return lines.map((line, at) => (open(at + 1) ? line : '')).join('\n')
}

/** The SHA-256 of a text. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const [MOST_BYTES, MOST_BYTES_OF_SOURCE] = [180, 240]

/** Signs that a file system or a link of Obsidian cannot hold, and those that look like them. */
const LOOKS_LIKE: Record<string, string> = {
  ...{ '#': '＃', '^': '＾', '[': '［', ']': '］', '|': '｜', '/': '／', '\\': '＼' },
  ...{ ':': '：', '*': '＊', '"': '＂', '<': '＜', '>': '＞', '?': '？' },
}

/**
 * The name of a page's file. Obsidian follows a link to the file of that name and knows no other: a
 * page that came from a file keeps that name, by which its folder's links lead to it; another has its
 * title.
 */
function nameOf({ title, slug }: { title: string; slug: string }, brought: readonly { path: string }[]): string {
  // Files of topics that were joined to it came to it as well.
  const names = brought.map(({ path }) => nameOfFile(path))
  return names.find((name) => looseSlug(name) === slug) ?? title
}

/**
 * A file stem that is valid on every system. Signs that cannot stand in it are replaced by ones that
 * look alike, so that no link to another page leads there.
 */
function fileStem(called: string, slug: string, id: string): string {
  const name = called
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[#^[\]|/\\:*"<>?]/g, (sign) => LOOKS_LIKE[sign] ?? '-')
    .replace(/^\.|[. ]$/g, (sign) => (sign === '.' ? '．' : ''))
  if (RESERVED.test(name)) return `${slug}-page`
  return Buffer.byteLength(name) <= MOST_BYTES ? name : addressOf(slug, id)
}

/** A slug as a file's name that every system takes. */
function addressOf(slug: string, id: string): string {
  if (RESERVED.test(slug)) return `${slug}-page`
  if (Buffer.byteLength(slug) <= MOST_BYTES) return slug
  let cut = slug
  while (Buffer.byteLength(cut) > MOST_BYTES - 10) cut = cut.slice(0, -1)
  return `${cut.toWellFormed().replace(/\uFFFD/g, '')}-${id.slice(-8)}`
}

/**
 * A source's name as a path that is valid on every system and has no hidden parts, since programs
 * act on folders such as `.git`.
 */
const sourcePath = (name: string): string =>
  name
    .split('/')
    .map((part) => cutTo(MOST_BYTES_OF_SOURCE, part.replace(/^\.|[. ]$/g, '_').replace(RESERVED, '_$&')))
    .join('/')

/** Shortens a name before its extension to a number of bytes. */
function cutTo(most: number, part: string): string {
  const ending = /\.[^.]{1,12}$/.exec(part)?.[0] ?? ''
  let stem = part.slice(0, part.length - ending.length)
  while (Buffer.byteLength(stem + ending) > most) stem = stem.slice(0, -1)
  return stem.toWellFormed().replace(/\uFFFD$/, '') + ending
}

/** A free path, ignoring case, that is neither a file nor a folder of another. */
function freePath(folder: string, stem: string, ending: string, taken: Taken): string {
  const lies = foldersOf(folder + stem).some((one) => taken.files.has(one))
  const own = lies ? stem.replaceAll('/', '-') : stem
  for (let n = 1; ; n++) {
    const path = `${folder}${own}${n === 1 ? '' : `-${n}`}${ending}`
    const key = sameName(path)
    if (taken.files.has(key) || taken.folders.has(key)) continue
    taken.files.add(key)
    for (const one of foldersOf(path)) taken.folders.add(one)
    return path
  }
}

/** The paths of files so far, and their folders. */
interface Taken {
  files: Set<string>
  folders: Set<string>
}

const sameName = (path: string) => path.normalize('NFC').toLowerCase()

const foldersOf = (path: string) =>
  path.split('/').flatMap((_, n, parts) => (n > 0 ? sameName(parts.slice(0, n).join('/')) : []))
