/** A space whose sources are indexed as the program indexes them, and looked through by somebody who may see all of it. */
import { areasSeen, makeSpace, OPEN } from '../src/ba/index.ts'
import { addSource } from '../src/knowledge/index.ts'
import { find, rankAnswers, rankFound } from '../src/search/find.ts'
import { indexThings } from '../src/search/index-things.ts'
import { whatAnswers } from '../src/search/what-answers.ts'
import { openStore, type Place, type Store } from '../src/store/index.ts'

/** What is brought in: a document with a title. */
export interface Brought {
  title: string
  text: string
}

const SPACE = 'bench-space'
const PERSON = 'bench-person'
const AT = '2026-01-01T00:00:00.000Z'
const AT_ONCE = 200

/** Opens a store with a space in it, and works with it until it is closed. */
export async function withSpace<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place)
  try {
    await store.write(async (tx) => {
      const email_verified = tx.kind === 'sqlite' ? 0 : false
      const times = { created_at: AT, updated_at: AT }
      const person = { id: PERSON, name: 'Mara', email: 'mara@example.org', email_verified, image: null, ...times }
      await tx.db.insertInto('person').values(person).execute()
      await makeSpace(tx, { id: SPACE, name: 'Bench', owner: PERSON, now: AT })
    })
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Brings documents in and indexes them, some hundred in one transaction; gives the seconds that the indexing took, and those of this process's processor time. */
export async function bringIn(store: Store, documents: Iterable<Brought>) {
  const took = { seconds: 0, cpuSeconds: 0 }
  let number = 0
  let some: { kind: 'source'; id: string }[] = []
  const index = async () => {
    const [began, busy] = [performance.now(), process.cpuUsage()]
    await store.write((tx) => indexThings(tx, SPACE, some))
    const { user, system } = process.cpuUsage(busy)
    took.seconds += (performance.now() - began) / 1000
    took.cpuSeconds += (user + system) / 1_000_000
    some = []
  }
  let waiting: (Brought & { id: string })[] = []
  const bring = async () => {
    await store.write(async (tx) => {
      for (const { id, title, text } of waiting) await addSource(tx, rowOf(id, title, text))
    })
    some = waiting.map(({ id }) => ({ kind: 'source', id }))
    waiting = []
    await index()
  }
  for (const document of documents) {
    waiting.push({ ...document, id: sourceId(number++) })
    if (waiting.length === AT_ONCE) await bring()
  }
  if (waiting.length) await bring()
  return took
}

const sourceId = (number: number) => String(number).padStart(8, '0')

const rowOf = (id: string, title: string, text: string) => ({
  space_id: SPACE,
  id,
  area_id: OPEN,
  name: `${id}.md`,
  title,
  origin: null,
  kind: 'file' as const,
  text,
  hash: id,
  voice: 'its own' as const,
  question_id: null,
  brought_by: PERSON,
  at: AT,
})

/** Ranks what was brought in, by its number, as `search` does before it reads what it shows. */
export const rankedIn = (store: Store, words: string): Promise<number[]> =>
  looking(store, async (here) => (await rankFound(here, words)).ranked.map(({ thing }) => Number(thing)))

/** What may answer a question, by its number and with how sure that is, as *Said already* looks for it. */
export const answersIn = (store: Store, question: string): Promise<{ number: number; sure: number }[]> =>
  looking(store, async (here) =>
    (await rankAnswers(here, `${question} `)).answers.map(({ document, sure }) => ({
      number: Number(document.thing),
      sure,
    })),
  )

/** What Ask would say that answers, by its number: nothing where it would say that it is not in here. */
export const saidIn = (store: Store, question: string): Promise<number[]> =>
  looking(store, async (here) =>
    (await whatAnswers(here, question)).answers
      .filter(({ how }) => how === 'answers')
      .map(({ thing }) => Number(thing.id)),
  )

/** Finds the first ten and reads them, as `search` does. */
export const foundIn = (store: Store, words: string) => looking(store, (here) => find(here, words, { most: 10 }))

function looking<T>(store: Store, work: (here: Parameters<typeof find>[0]) => Promise<T>): Promise<T> {
  return store.read(async (tx) => {
    const areas = new Map((await areasSeen(tx, SPACE, PERSON)).map((area) => [area.id, area]))
    return work({ tx, space: { id: SPACE, slug: 'bench', name: 'Bench' }, areas })
  })
}
