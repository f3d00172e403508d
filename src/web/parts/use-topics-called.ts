import type { Topic } from '../contract.ts'
import { type Acts, useActSoon } from '../use-act.ts'

/** So many are offered as one types. */
const OFFERED = 20

const asked = (words: string, area: string | undefined) => ({
  words: words.trim().slice(0, 200),
  most: OFFERED,
  ...(area && { area }),
})

/** The first topics whose titles have these words, as one types; the server looks for them among however many there are. */
export const useTopicsCalled = (words: string, area?: string): Topic[] =>
  useActSoon('list-topics', asked(words, area))?.topics ?? []

/** The topic that has just this title. */
export const titled = <T extends Topic>(topics: readonly T[], title: string): T | undefined => {
  const name = title.trim().toLowerCase()
  return topics.find((topic) => topic.title.toLowerCase() === name)
}

/** The same, read for sure: what is offered as one types may come later than somebody sends a form. */
export const topicTitled = async (acts: Acts, title: string): Promise<Topic | undefined> =>
  titled((await acts.read('list-topics', asked(title, undefined))).topics, title)
