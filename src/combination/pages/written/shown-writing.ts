import { z } from 'zod'
import { type HereIAm, OPEN, person } from '../../../ba/index.ts'
import { claimsOfSource, pageOf, plainWords, sourceById, sourceByName, type Topic } from '../../../knowledge/index.ts'
import { type Citation, citedIn, cutWhole } from '../../../text/index.ts'
import { readPageText } from '../../documents/index.ts'
import { MARKED } from './notice.ts'
import { doubtOf, doubts } from './support.ts'
import { writingOf } from './written-rows.ts'

/** The limits of marked sentences, of their bytes, and of cited lines and their characters. */
const [MOST_SHOWN, BYTES, CITED, LETTERS] = [30, 60_000, 10, 2_000]

const cited = z.object({
  name: z.string(),
  title: z.string().nullable(),
  source: z.string(),
  fromLine: z.number().nullable(),
  toLine: z.number().nullable(),
  words: z.string(),
})

/** The model's authorship of a page, and its marked sentences with what they cite. */
export const shownWriting = z.object({
  model: z.string(),
  at: z.string(),
  takenOver: z.object({ by: person, at: z.string() }).nullable(),
  marked: z
    .array(z.object({ words: z.string(), doubt: z.enum(doubts), cited: z.array(cited).max(CITED) }))
    .max(MOST_SHOWN),
})

/** Shows the model that wrote a topic's page, if the page is still the model's. */
export async function showWriting(here: HereIAm, topic: Topic): Promise<z.output<typeof shownWriting> | null> {
  const { tx, space } = here
  const writing = await writingOf(tx, space.id, topic.id)
  const page = writing?.draft ? await pageOf(tx, space.id, topic.id) : undefined
  if (!writing?.written_at || !page) return null
  const { front, body } = readPageText(page.markdown)
  if (front.get('writtenBy') !== writing.model) return null
  const { taken_over_by: id, taken_over_at: at, takenOverName: name } = writing
  const marked = []
  for (const one of markedIn(body).slice(0, MOST_SHOWN)) {
    marked.push(await showMarked(here, topic, one))
    if (Buffer.byteLength(JSON.stringify(marked)) > BYTES) break
  }
  return {
    model: writing.model ?? '',
    at: writing.written_at,
    takenOver: id && at ? { by: { id, name: name ?? '' }, at } : null,
    marked,
  }
}

interface MarkedWords {
  words: string
  citations: Citation[]
}

/** The marked sentences of a body, each with the citations that follow it. */
function markedIn(body: string): MarkedWords[] {
  return [...body.matchAll(MARKED)].map((found) => {
    const after = body.slice(found.index + found[0].length)
    const marks = /^(?:\s*\^\[[^[\]]+\])*/.exec(after)?.[0] ?? ''
    return { words: plainWords(found[1] ?? ''), citations: citedIn(marks) }
  })
}

async function showMarked(here: HereIAm, topic: Topic, { words, citations }: MarkedWords) {
  const shown = []
  for (const citation of citations) shown.push(...(await showCited(here, topic.area_id, citation)))
  const lines = shown.map((one) => one.words)
  return {
    words,
    doubt: doubtOf(words, lines, topic.title) ?? ('words' as const),
    cited: shown.slice(0, CITED).map((one) => ({ ...one, words: cut(one.words) })),
  }
}

/**
 * The text that a citation reaches: lines of a document, or confirmed claims of an answer or story.
 */
async function showCited({ tx, space }: HereIAm, area: string, { name, from_line, to_line }: Citation) {
  const found = (await sourceByName(tx, space.id, area, name)) ?? (await sourceByName(tx, space.id, OPEN, name))
  const source = found && (await sourceById(tx, space.id, found.id))
  if (!source || from_line === null || to_line === null) return []
  const words = source.kind === 'file' ? linesOf(source.text, from_line, to_line) : await confirmedOf(source.id)
  return words ? [{ name, title: source.title, source: source.id, fromLine: from_line, toLine: to_line, words }] : []

  async function confirmedOf(id: string): Promise<string> {
    const claims = await claimsOfSource(tx, space.id, id)
    const meant = claims.filter(
      (claim) => claim.confirmed_at && claim.from_line <= (to_line ?? 0) && claim.to_line >= (from_line ?? 0),
    )
    return meant.map(({ statement, holds_when }) => (holds_when ? `${statement} (${holds_when})` : statement)).join(' ')
  }
}

const cut = (words: string) => cutWhole(words, LETTERS)

const linesOf = (text: string, from: number, to: number) =>
  plainWords(
    text
      .split('\n')
      .slice(from - 1, to)
      .join(' '),
  )
