import { createHash } from 'node:crypto'
import { freeSlug, type Here, inArea, unfit } from '../../../ba/index.ts'
import {
  addSource,
  addSourceVersion,
  citedFrom,
  renewSource,
  setAsGiven,
  sourceById,
  sourceByName,
} from '../../../knowledge/index.ts'
import { bodyOf } from '../../../text/index.ts'
import { wishCompile } from '../wish-compile.ts'
import { wishReading } from '../wish-reading.ts'
import { comparingLines } from './comparing-lines.ts'

/** A document's text to be kept as a source, with its origin. */
export interface SourceToKeep {
  area: string
  name: string
  title: string | null
  text: string
  origin: string | null
  by: string
  /** The areas whose pages may cite it. */
  near: readonly string[]
  /** The original file, if the text was extracted from one. */
  file?: string | null
  address?: string | null
  /** The line on which each page begins. */
  pages?: readonly number[] | null
}

/** The source that holds the document; `already` if the same text was there before. */
export interface Kept {
  source: string
  name: string
  already: boolean
}

/** Names that leave `sources/`, are hidden, or are invalid on some system. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
const BAD_NAME = /(^|\/)\.|^\/|\\|[\x00-\x1f<>:"|?*^,[\]]/

/** Refuses a name that no file below `sources/` could have. */
export function refuseBadName(name: string): void {
  if (!BAD_NAME.test(name)) return
  throw unfit('name', 'It is not the name of a file below sources/.', 'Use one like runbook.md or edge/runbook.md.')
}

/** Keeps a document as a new source; the same text under the same name is one source. */
export async function keepSource(here: Here, given: SourceToKeep): Promise<Kept> {
  const { tx, space, now, newId } = here
  const hash = hashOf(given.text)
  const [, stem = given.name, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(given.name) ?? []
  let already: string | undefined
  const free = await freeSlug(stem, async (tried) => {
    const taken = await sourceByName(tx, space.id, given.area, tried + ending)
    if (taken?.hash === hash) already = taken.id
    return taken !== undefined && taken.hash !== hash
  })
  const name = free + ending
  if (already) return { source: already, name, already: true }
  const source = newId()
  await addSource(tx, {
    space_id: space.id,
    id: source,
    area_id: given.area,
    name,
    title: given.title ?? name,
    origin: given.origin,
    kind: 'file',
    text: given.text,
    hash,
    voice: 'its own',
    question_id: null,
    brought_by: given.by,
    at: now,
  })
  await setAsGiven(tx, { space_id: space.id, id: source, version: 1, ...howGiven(given) })
  await wishReading(here, given.area)
  here.changed({ source }, inArea(given.area))
  return { source, name, already: false }
}

/** Replaces a source's text and keeps the earlier version; the same text changes nothing. */
export async function keepNewVersion(here: Here, source: string, given: SourceToKeep): Promise<Kept> {
  const { tx, space, now } = here
  const old = await sourceById(tx, space.id, source)
  if (!old) throw new Error(`There is no source ${source}.`)
  const hash = hashOf(given.text)
  const changes = old.hash === hash ? [] : here.prepared(comparingLines, { before: old.text, after: given.text })
  if (old.hash === hash || (given.address && onlyFront(old.text, given.text)))
    return { source, name: old.name, already: true }
  const version = old.version ?? 1
  await addSourceVersion(tx, {
    space_id: space.id,
    source_id: source,
    version,
    title: old.title,
    text: old.text,
    hash: old.hash,
    file_id: old.file_id,
    pages: old.pages,
    brought_by: old.brought_by,
    at: old.at,
    changes: JSON.stringify(changes),
  })
  const { text, by } = given
  const title = given.title ?? old.title
  await renewSource(tx, { space_id: space.id, id: source, title, text, hash, brought_by: by, at: now }, old)
  const how = { ...howGiven(given), address: given.address ?? old.address }
  await setAsGiven(tx, { space_id: space.id, id: source, version: version + 1, ...how })
  const cited = await citedFrom(tx, space.id, [...given.near], old.name)
  for (const topic of new Set(cited.map(({ topic_id }) => topic_id))) await wishCompile(here, topic)
  await wishReading(here, given.area)
  here.changed({ source }, inArea(old.area_id))
  return { source, name: old.name, already: false }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Whether two texts differ in front matter only, which holds the time of fetching and makes no
 * version.
 */
const onlyFront = (one: string, other: string) => bodyOf(one) === bodyOf(other)

const howGiven = ({ file = null, address = null, pages = null }: SourceToKeep) => ({
  file_id: file,
  address,
  pages: pages && JSON.stringify(pages),
})
