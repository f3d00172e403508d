import type { Topic } from '../contract.ts'
import { type Acts, useActSoon } from '../use-act.ts'

/** The number of completions offered. */
const OFFERED = 20

const asked = (words: string, area: string | undefined) => ({
  words: words.trim().slice(0, 200),
  most: OFFERED,
  ...(area && { area }),
})

/** The first topics whose titles match the input, found by the server. */
export const useTopicsCalled = (words: string, area?: string): Topic[] =>
  useActSoon('list-topics', asked(words, area))?.topics ?? []

/** The topic with exactly this title. */
export const titled = <T extends Topic>(topics: readonly T[], title: string): T | undefined => {
  const name = title.trim().toLowerCase()
  return topics.find((topic) => topic.title.toLowerCase() === name)
}

/** The same, by a request of its own, since completions may arrive after the form is sent. */
export const topicTitled = async (acts: Acts, title: string): Promise<Topic | undefined> =>
  titled((await acts.read('list-topics', asked(title, undefined))).topics, title)
