import type { HereIAm } from '../ba/index.ts'
import { topicsIn } from '../knowledge/index.ts'
import type { Passage } from '../search/index.ts'

/**
 * The id of the topic closest to a question, by search results or by its title; undefined if none
 * is close.
 */
export async function closestTopic(
  here: HereIAm,
  words: string,
  found: readonly Passage[],
): Promise<string | undefined> {
  const close = found.find(
    ({ topic, matched, inTitle, asked }) => topic !== null && (inTitle > 0 || (matched >= 2 && matched * 3 >= asked)),
  )
  return close?.topic ?? (await topicCalledLike(here, words))
}

/** A topic without content can only be matched by its title. */
async function topicCalledLike({ tx, space, areas }: HereIAm, words: string): Promise<string | undefined> {
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  const asked = plain(words)
  const called = (await topicsIn(tx, space.id, [...areas.keys()])).filter(({ title }) => asked.includes(plain(title)))
  return called.sort((a, b) => b.title.length - a.title.length)[0]?.id
}
