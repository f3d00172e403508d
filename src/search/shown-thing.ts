import { z } from 'zod'
import { areaName, type HereIAm, shownArea } from '../ba/index.ts'
import { shownVoice, showTopic, showTopicById } from '../knowledge/index.ts'
import { placeOf } from './phrase.ts'
import type { Sought } from './rank.ts'
import { matchedIn, snippet, wordsMatched } from './snippet.ts'
import { type Kind, kinds, type Thing } from './thing.ts'

/** The public form of a found thing; its id is what `fetch` takes. */
export const shownThing = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  topic: z.string().nullable(),
  area: areaName,
  by: shownVoice.nullable(),
  at: z.string(),
})

/** Makes the public form of a thing, without its words. */
export async function showThing(here: HereIAm, thing: Thing): Promise<z.input<typeof shownThing>> {
  return {
    id: `${thing.kind}:${thing.id}`,
    kind: thing.kind,
    title: thing.title,
    topic: await pathOf(here, thing),
    area: shownArea(here, thing.area),
    by: thing.by,
    at: thing.at,
  }
}

async function pathOf(here: HereIAm, { topic, about }: Thing): Promise<string | null> {
  if (topic === null) return null
  return (about ? showTopic(here, about) : await showTopicById(here, topic)).path
}

/** The most matched words marked in one hit. */
const MATCHED = 100

/** The public form of a hit: a thing with the matching place and the matched words. */
export const shownHit = shownThing.extend({
  words: z.string(),
  matched: z.array(z.string()).max(MATCHED),
  /** The alias that matched, if it did better than the title. */
  called: z.string().nullable(),
})

/**
 * Makes the public form of a hit, with the best matching place or that of the first exact phrase.
 */
export async function showHit(here: HereIAm, thing: Thing, sought: readonly Sought[], phrases: readonly string[] = []) {
  const text = await thing.words()
  const words = snippet(
    text,
    sought,
    phrases.map((one) => placeOf(one, text)).find((place) => place),
  )
  const inTitle = wordsMatched(thing.title, sought)
  const called = thing.called.find((name) => wordsMatched(name, sought) > inTitle) ?? null
  const matched = matchedIn([thing.title, called ?? '', words].join('\n'), sought).slice(0, MATCHED)
  return { ...(await showThing(here, thing)), words, matched, called }
}

/** Parses the id of a found thing: `page:…`. */
export function readShownId(id: string): { kind: Kind; id: string } | undefined {
  const kind = kinds.find((one) => id.startsWith(`${one}:`))
  return kind && { kind, id: id.slice(kind.length + 1) }
}
