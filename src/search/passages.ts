import type { z } from 'zod'
import type { HereIAm } from '../ba/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { wantedIn } from './analyse.ts'
import { type RankedAnswers, rankAnswers, readAnswers } from './find.ts'
import { showHit, type shownHit } from './shown-thing.ts'
import { wordsMatched } from './snippet.ts'

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
export async function passages(here: HereIAm, question: string, most: number): Promise<Passage[]> {
  // With a space at its end, no word of it is half typed.
  const words = `${question.slice(0, MOST_QUESTION)} `
  return passagesIn(here, words, await rankAnswers(here, words), most)
}

/** The places of what was ranked for a question already. */
export async function passagesIn(
  here: HereIAm,
  question: string,
  ranked: RankedAnswers,
  most: number,
): Promise<Passage[]> {
  const { sought } = ranked
  const asked = wantedIn(`${question} `).length
  const found: Passage[] = []
  for (const thing of await readAnswers(here, ranked, most)) {
    const hit = await showHit(here, thing, sought)
    const matched = wordsMatched(`${thing.named ? thing.title : ''}\n${hit.words}`, sought)
    found.push({ hit, topic: thing.topic, matched, inTitle: wordsMatched(thing.title, sought), asked })
  }
  return found
}
