import { type Area, type HereIAm, looseSlug } from '../../ba/index.ts'
import { textWithoutComments } from '../../text/index.ts'
import { nameIn } from '../pages/index.ts'
import { filesOfArea, type PageFile, type SourceFile } from './files-of-area.ts'
import { namesInArea } from './vault-rows.ts'

/** An area being exported: its files, and how names in its texts resolve to them. */
export interface Exporting {
  space: string
  area: Area
  files: (PageFile | SourceFile)[]
  pages: PageFile[]
  /** The page that a link means, if it is exported. */
  page: (target: string) => PageFile | undefined
  /** A topic's page, if it is exported. */
  pageOf: (topic: string) => PageFile | undefined
  source: (name: string) => SourceFile | undefined
  /** A page's or document's Markdown as it goes out: without comments, unless they were asked for. */
  written: (markdown: string) => string
}

/** Opens an area for export. */
export async function openExport(here: HereIAm, area: Area, comments = false): Promise<Exporting> {
  const files = await filesOfArea(here, area.id)
  const pages = files.filter((one) => one.kind === 'page')
  const byId = new Map(pages.map((page) => [page.id, page]))
  const bySlug = new Map(pages.map((page) => [page.slug, page]))
  const sources = new Map(files.flatMap((one) => (one.kind === 'source' ? [[one.name, one] as const] : [])))
  const called = Map.groupBy(await namesInArea(here.tx, here.space.id, area.id), ({ slug }) => slug)
  const named = (slug: string): PageFile | undefined => {
    const [only, other] = called.get(slug) ?? []
    return bySlug.get(slug) ?? (only && !other ? byId.get(only.topic_id) : undefined)
  }
  return {
    space: here.space.name,
    area,
    files,
    pages,
    page: (target) => {
      const name = nameIn(target)
      return named(looseSlug(name)) ?? named(looseSlug(name.slice(name.lastIndexOf('/') + 1)))
    },
    pageOf: (topic) => byId.get(topic),
    source: (name) => sources.get(name),
    written: comments ? (markdown) => markdown : textWithoutComments,
  }
}
