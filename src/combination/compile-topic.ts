import { OPEN } from '../ba/index.ts'
import { type Claim, claimsOfTopic, pageOf, putClaimsOnPage, sourceTexts, topicById } from '../knowledge/index.ts'
import { type JobHandler, type Moment, recordAs } from '../ledger/index.ts'
import type { Store, Tx } from '../store/index.ts'
import { compose, type Said } from './compose.ts'
import { mergeBlocks } from './merge-blocks.ts'
import { listField, readPageText, setDate, textField, writePageText } from './page-text.ts'
import { passagesOn } from './passages.ts'
import { savePage } from './save-page.ts'

/** The name under which the journal keeps that a page was compiled. */
export const COMPILED = 'compile'

/**
 * Compiles one topic's page: reads its claims and sources, composes outside any transaction, and records the page and
 * the conversion in one. A page that somebody saved meanwhile is compiled again with what they wrote.
 */
export function compileTopic(store: Store, moment: Moment): JobHandler {
  return async (job, finish) => {
    for (;;) {
      const read = await store.read((tx) => ingredientsOf(tx, job.space_id, job.subject))
      const now = moment.now()
      const markdown = read && compiledText(read, now)
      const saved = await store
        .write(async (tx) => {
          if (read && markdown && markdown.text !== read.page?.markdown) {
            const space = { id: job.space_id, slug: job.slug, name: job.name }
            const entry = { act: COMPILED, by: null, door: 'whorl', now }
            const version = await recordAs({ tx, space, newId: moment.newId }, entry, async (here) => {
              const fresh = read.claims.filter((claim) => claim.page_conversion === null)
              const conversion = here.converts({
                mode: 'combination',
                area: read.topic.area_id,
                from: null,
                with: null,
                topics: [read.topic.id],
                level: read.topic.area_id === OPEN ? 'organisation' : 'group',
                causes: fresh.flatMap((claim) => claim.told_conversion ?? []),
              })
              await putClaimsOnPage(
                tx,
                space.id,
                fresh.map(({ id }) => id),
                conversion,
              )
              here.about({ topic: read.topic.id, conversion })
              return savePage(here, read.topic, {
                markdown: markdown.text,
                base: markdown.base,
                read: read.page?.version ?? null,
                by: null,
              })
            })
            if (version === null) throw new SavedMeanwhile()
          }
          await finish(tx)
          return true
        })
        .catch((error) => {
          if (error instanceof SavedMeanwhile) return false
          throw error
        })
      if (saved) return
    }
  }
}

class SavedMeanwhile extends Error {}

type Ingredients = NonNullable<Awaited<ReturnType<typeof ingredientsOf>>>

async function ingredientsOf(tx: Tx, space: string, topicId: string) {
  const topic = await topicById(tx, space, topicId)
  if (!topic) return undefined
  return {
    topic,
    claims: await claimsOfTopic(tx, space, topic.id),
    sources: await sourceTexts(tx, space, [...new Set([OPEN, topic.area_id])]),
    page: await pageOf(tx, space, topic.id),
  }
}

/** Gives the page's new text and the compiler's own, or null when there is nothing to say and no page to clear. */
function compiledText(
  { topic, claims, sources, page }: Ingredients,
  now: string,
): { text: string; base: string } | null {
  const passages = sources.flatMap((source) => passagesOn(topic.title, source))
  if (claims.length + passages.length === 0 && !page?.base) return null
  const composed = compose({ title: topic.title, said: claims.map(asSaid), passages })
  const current = page ? readPageText(page.markdown) : null
  const before = page?.base ? readPageText(page.base) : null
  const front = (current ?? readPageText('')).front
  const own = {
    summary: before && textField(before.front, 'summary'),
    sources: before ? listField(before.front, 'sources') : [],
  }
  if (!front.has('title')) front.set('title', topic.title)
  if (!front.has('summary') || textField(front, 'summary') === own.summary) front.set('summary', composed.summary)
  const kept = listField(front, 'sources').filter((name) => !own.sources.includes(name))
  front.set('sources', [...new Set([...kept, ...composed.sources])])
  if (!front.has('createdAt')) setDate(front, 'createdAt', now)
  const body = current ? mergeBlocks(before?.body ?? '', current.body, composed.body) : composed.body
  const same =
    current && sameBody(body, current.body) && String(front) === String(readPageText(page?.markdown ?? '').front)
  if (page && same) return { text: page.markdown, base: page.base }
  setDate(front, 'updatedAt', now)
  const base = writePageText({ front: baseFront(composed), body: composed.body })
  return { text: writePageText({ front, body }), base }
}

function baseFront(composed: { summary: string; sources: string[] }) {
  const { front } = readPageText('')
  front.set('summary', composed.summary)
  front.set('sources', composed.sources)
  return front
}

const sameBody = (a: string, b: string) => a.trim() === b.replace(/\r\n?/g, '\n').trim()

const asSaid = (claim: Claim): Said => ({
  statement: claim.statement,
  holdsWhen: claim.holds_when,
  kind: claim.kind as Said['kind'],
  sayable: claim.sayable as Said['sayable'],
  source: claim.sourceName,
  fromLine: claim.from_line,
  toLine: claim.to_line,
})
