import type { Area, HereIAm } from '../../ba/index.ts'
import { namesIn } from '../../knowledge/index.ts'
import { textWithoutComments } from '../../text/index.ts'
import { liesIn, nameIn, nameMeant, nearest, type Pages } from '../pages/index.ts'
import { filesOfArea, type PageFile, type SourceFile } from './files-of-area.ts'
import { broughtToArea } from './vault-rows.ts'

/** An area being exported: its files, and how names in its texts resolve to them. */
export interface Exporting {
  space: string
  area: Area
  files: (PageFile | SourceFile)[]
  pages: PageFile[]
  /** The page that a link of another means, if it is exported. */
  page: (target: string, from: PageFile) => PageFile | undefined
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
  const sources = new Map(files.flatMap((one) => (one.kind === 'source' ? [[one.name, one] as const] : [])))
  const called = Map.groupBy(await namesIn(here.tx, here.space.id, [area.id]), ({ kind, name }) => `${kind} ${name}`)
  const paths = Map.groupBy(await broughtToArea(here.tx, here.space.id, area.id), ({ topic_id }) => topic_id)
  const liesThere = ({ id }: PageFile, folders: string) =>
    !folders || (paths.get(id)?.some(({ path }) => liesIn(path, folders)) ?? true)
  const filesOf = (some: readonly PageFile[]) =>
    some.flatMap((page) => (paths.get(page.id) ?? []).map(({ path }) => ({ path, page })))
  const namedFrom = (from: string): Pages<PageFile> => ({
    called: (kind, name) => (called.get(`${kind} ${name}`) ?? []).flatMap(({ topic_id }) => byId.get(topic_id) ?? []),
    choose: (all, { isLoose, folders }) => {
      const [one, ...others] = all.filter((page) => liesThere(page, folders))
      if (others.length === 0 || !one) return one
      return isLoose ? undefined : (nearest(filesOf([one, ...others]), from)?.page ?? one)
    },
  })
  return {
    space: here.space.name,
    area,
    files,
    pages,
    page: (target, from) => nameMeant<PageFile>(nameIn(target), namedFrom(paths.get(from.id)?.[0]?.path ?? '')),
    pageOf: (topic) => byId.get(topic),
    source: (name) => sources.get(name),
    written: comments ? (markdown) => markdown : textWithoutComments,
  }
}
