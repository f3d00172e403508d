import type { z } from 'zod'
import type { HereIAm } from '../ba/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { wantedIn } from './analyse.ts'
import { type RankedAnswers, rankAnswers, readAnswers } from './find.ts'
import { showHit, type shownHit } from './shown-thing.ts'
import { wordsMatched } from './snippet.ts'

/** A place that may answer a question. */
export interface Passage {
  hit: z.input<typeof shownHit>
  /** The id of its topic. */
  topic: string | null
  /** The number of the question's words in the passage. */
  matched: number
  /** The number of them in the title of the topic or thing. */
  inTitle: number
  /** The number of words of the question. */
  asked: number
}

/** The places that match most of a question, best first. */
export async function passages(here: HereIAm, question: string, most: number): Promise<Passage[]> {
  // The space at the end marks the last word as complete.
  const words = `${question.slice(0, MOST_QUESTION)} `
  return passagesIn(here, words, await rankAnswers(here, words), most)
}

/** The places of documents already ranked for a question. */
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
