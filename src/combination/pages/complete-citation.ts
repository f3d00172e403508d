import { z } from 'zod'
import { type HereIAm, id, orAbsent, ownAndOpen, readingAct } from '../../ba/index.ts'
import {
  claimsOfSource,
  confirmedSourcesIn,
  shownVoice,
  sourceById,
  sourcesIn,
  topicNamed,
  topicRef,
  voiceName,
} from '../../knowledge/index.ts'
import { linesOfFront, textWithoutComments } from '../../text/index.ts'

const MOST_SOURCES = 12
const MOST_LINES = 30

/** The act `complete-citation`: completes a citation with sources, then with lines of one. */
export const completeCitation = readingAct({
  name: 'complete-citation',
  says: "Offers what a ^[citation] on a topic's page may name: sources by their names, then the lines of one by words in them.",
  may: 'member',
  shows: ['source', 'claim'],
  input: z.object({ topic: topicRef, words: z.string().max(300), source: id.optional() }),
  output: z.object({
    sources: z
      .array(z.object({ id: z.string(), name: z.string(), title: z.string(), voice: shownVoice, at: z.string() }))
      .max(MOST_SOURCES),
    lines: z.array(z.object({ n: z.number(), text: z.string() })).max(MOST_LINES),
  }),
  run: async (here, { topic: ref, words, source }) => {
    const page = await topicNamed(here, ref)
    const areas = ownAndOpen(page.area_id)
    const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
    if (source === undefined) return { sources: await sourcesFor(here, areas, asked), lines: [] }
    return { sources: [], lines: await linesFor(here, areas, source, asked) }
  },
})

/** Sources that match the words; of two with one name, that of the page's own area. */
async function sourcesFor({ tx, space }: HereIAm, areas: string[], asked: string[]) {
  const confirmed = new Set((await confirmedSourcesIn(tx, space.id, areas)).map((one) => one.id))
  const names = new Set<string>()
  return (await sourcesIn(tx, space.id, areas))
    .sort((a, b) => areas.indexOf(a.area_id) - areas.indexOf(b.area_id))
    .filter(({ id: one, kind, name }) => (kind === 'file' || confirmed.has(one)) && !names.has(name) && names.add(name))
    .filter(({ name, title, voice }) => has(`${name} ${title} ${voiceName(voice)}`, asked))
    .slice(0, MOST_SOURCES)
    .map((one) => ({
      id: one.id,
      name: one.name,
      title: one.title,
      voice: one.voice,
      at: one.at,
    }))
}

/** The lines of a document, or the confirmed lines of an answer or story. */
async function linesFor({ tx, space }: HereIAm, areas: string[], ref: string, asked: string[]) {
  const found = await sourceById(tx, space.id, ref)
  const source = orAbsent(found && areas.includes(found.area_id) ? found : undefined, 'source', 'source')
  const claims = (await claimsOfSource(tx, space.id, source.id)).filter(({ confirmed_at }) => confirmed_at !== null)
  if (source.kind !== 'file' && claims.length === 0) orAbsent(null, 'source', 'source')
  const open = (n: number) => source.kind === 'file' || claims.some((one) => one.from_line <= n && n <= one.to_line)
  const front = linesOfFront(source.text)
  return (source.kind === 'file' ? textWithoutComments(source.text) : source.text)
    .split(/\r?\n/)
    .map((text, index) => ({ n: index + 1, text: text.trim().slice(0, 300) }))
    .filter(({ n, text }) => text && n > front && open(n) && has(`${n} ${text}`, asked))
    .slice(0, MOST_LINES)
}

const has = (text: string, asked: string[]) => {
  const words = text.toLowerCase()
  return asked.every((word) => words.includes(word))
}
