import type { z } from 'zod'
import type { HereIAm } from '../ba/index.ts'
import { wantedIn } from './analyse.ts'
import { findAnswers } from './find.ts'
import { showHit, type shownHit } from './shown-thing.ts'
import { wordsMatched } from './snippet.ts'
import type { Kind } from './thing.ts'

/** A place that may answer what somebody asks. */
export interface Passage {
  hit: z.input<typeof shownHit>
  /** The id of the topic it is about. */
  topic: string | null
  /** How many of the telling words of the question stand in the passage. */
  matched: number
  /** How many of them stand in the title of its topic, or of itself. */
  inTitle: number
  /** How many telling words the question has. */
  asked: number
}

/** The places where most of what somebody asks in whole words was said, the surest first. */
export async function passages(
  here: HereIAm,
  question: string,
  { most, kinds }: { most: number; kinds?: readonly Kind[] },
): Promise<Passage[]> {
  // With a space at its end, no word of it is half typed.
  const words = `${question.slice(0, 2_000)} `
  const { things, sought } = await findAnswers(here, words, { most, ...(kinds && { kinds }) })
  const found: Passage[] = []
  for (const thing of things) {
    const hit = await showHit(here, thing, sought)
    const matched = wordsMatched(`${thing.named ? thing.title : ''}\n${hit.words}`, sought)
    const inTitle = wordsMatched(thing.title, sought)
    found.push({ hit, topic: thing.topic, matched, inTitle, asked: wantedIn(words).length })
  }
  return found
}
