import { type Area, canBeKept, type HereIAm, unfit } from '../../ba/index.ts'
import { newTopic, pageOf, type Topic, topicById, topicsCalled } from '../../knowledge/index.ts'
import { exactName, MOST_PAGE } from '../../text/index.ts'
import { broughtAs, filesOfTopic, keepBrought, refuseLongNames, rendering, savePage, toRender } from '../pages/index.ts'
import type { FileToImport, ImportedFile } from './import-files.ts'
import { areSimilar } from './merge-sides.ts'
import { mergingSides } from './merging-sides.ts'
import { type FileNames, namesOfFile } from './page-file.ts'

type Brought = FileToImport & { from: string; area: Area }
type Found = { topic: Topic | null; was: string | null; known?: true }

/**
 * Imports one page: new, unchanged, or merged with the present one; a page's identity is its file's
 * stem.
 */
export async function importedPage(here: HereIAm, one: Brought): Promise<ImportedFile> {
  const { tx, space } = here
  if (one.text.trim() === '') throw unfit('text', 'It is empty.', 'Write something in it.')
  if (!canBeKept(one.text)) throw unfit('text', 'It holds what is no text.', 'Save it as text in UTF-8.')
  const names = namesOfFile(one.path, one.text)
  const { slug, title } = names
  if (!slug) throw unfit('path', 'Neither its name nor its title has a letter or digit.', 'Give it a title.')
  const found = await topicOf(here, one, names)
  const page = found.topic && (await pageOf(tx, space.id, found.topic.id))
  // A dissimilar text may come from another folder of the same name; then its missing blocks are
  // not deletions.
  const before = found.was !== null && areSimilar(found.was, one.text) ? found.was : null
  const was = one.was ?? before
  const markdown = page ? here.prepared(mergingSides, { was, folder: one.text, space: page.markdown }) : one.text
  const outcome = (topic: string, version: number, is: ImportedFile['is']): ImportedFile => ({
    path: one.path,
    as: 'page',
    is,
    id: topic,
    mark: String(version),
    text: markdown === one.text ? null : markdown,
    name: null,
    problem: null,
  })
  if (page && markdown === page.markdown) {
    await keep(here, one, found, page.topic_id, markdown === one.text ? page.version : null)
    return outcome(page.topic_id, page.version, 'same')
  }
  if (markdown.length > MOST_PAGE)
    throw unfit('text', `It is longer than ${MOST_PAGE} characters.`, 'Make several pages of it.')
  // A page that cannot be rendered is refused before anything is written.
  const called = found.topic?.title ?? title
  refuseLongNames(markdown, called, here.prepared(rendering, toRender(markdown, called)))
  const topic = found.topic ?? (await newTopic(here, { title, slug, area: one.area.id, by: here.me.id }))
  const base = page ? page.base : (one.base ?? '')
  const read = page?.version ?? null
  const version = await savePage(here, topic, { markdown, base, read, by: here.me.id, from: 'folder' })
  if (version === null) throw unfit('text', 'Somebody saved it at this moment.', 'Bring it again.')
  await keep(here, one, found, topic.id, markdown === one.text ? version : null)
  return outcome(topic.id, version, page ? 'merged' : 'new')
}

/**
 * Finds the topic of a file: the one last in step, the one it was imported as, or one that is called
 * exactly as the file, or has its title and the slug of its name. Two files of one name in two
 * folders are two pages, and so are two names of one slug.
 */
async function topicOf(here: HereIAm, one: Brought, { name, title, slug }: FileNames): Promise<Found> {
  const { tx, space } = here
  const given = one.id === undefined ? undefined : await topicById(tx, space.id, one.id)
  if (given?.area_id === one.area.id) return { topic: given, was: null }
  const before = await broughtAs(tx, placeOf(here, one))
  const kept = before && (await topicById(tx, space.id, before.topic_id))
  if (kept) return { topic: kept, was: before.markdown, known: true }
  const [named, titled] = [exactName(name), exactName(title)]
  const called = await topicsCalled(tx, space.id, [one.area.id], [named, titled])
  const meant = called.filter(
    (topic) =>
      (topic.name === named && (topic.kind === 'file' || topic.kind === 'title')) ||
      (topic.name === titled && topic.kind === 'title' && topic.slug === slug),
  )
  for (const topic of meant) {
    const others = await filesOfTopic(tx, space.id, topic.id, one.from)
    if (others.every(({ path }) => path === placeOf(here, one).path)) return { topic, was: null }
  }
  return { topic: null, was: null }
}

const placeOf = (here: HereIAm, { area, from, path }: Brought) => ({
  space_id: here.space.id,
  area_id: area.id,
  brought_from: from,
  path: path.normalize('NFC'),
})

const NO_VERSION = 0

/**
 * Stores which page the file became; keeps the earlier version in step if the page now has more
 * than the file.
 */
async function keep(here: HereIAm, one: Brought, found: Found, topic: string, version: number | null): Promise<void> {
  if (version === null && found.known) return
  await keepBrought(here.tx, { ...placeOf(here, one), topic_id: topic, version: version ?? NO_VERSION })
}
