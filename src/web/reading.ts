/** The query cache, and its invalidation by changed nouns. */
import { QueryClient } from '@tanstack/react-query'
import { house, refusalIn } from './client.ts'
import type { Out } from './contract.ts'
import { isShown, type News } from './shown.ts'

/** Changes are announced; this limits the age of data that changes by the clock alone. */
const FRESH_MS = 60_000

/** The query cache; a query that failed by a fault is retried once. */
export const reading = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: FRESH_MS,
      retry: (times, error) => times < 1 && ['fault', 'offline'].includes(refusalIn(error).refusal),
      retryDelay: 400,
    },
  },
})

/** News of a space, or that anything there may have changed. */
interface Heard {
  space: string
  told: News | 'everything'
}

const waiting: Heard[] = []
let sweeping = false

/**
 * Refetches what others changed; news that arrives meanwhile is collected, so that many changes
 * cause few requests.
 */
export function readAnewSoon(heard: Heard): void {
  waiting.push(heard)
  if (!sweeping) void sweep()
}

async function sweep(): Promise<void> {
  sweeping = true
  while (waiting.length > 0) await readAnew(waiting.splice(0))
  sweeping = false
}

/**
 * The user's own change, from the answer's news; without news, as after a repeated key, anything
 * may have changed.
 */
export const ofOwn = (space: string, news: readonly News[] | undefined): Heard[] =>
  news ? news.map((told) => ({ space, told })) : [{ space, told: 'everything' }]

/**
 * Invalidates the queries that show one of these changes, unless done for the same news before;
 * those not on screen wait.
 */
export async function readAnew(all: readonly Heard[]): Promise<void> {
  const heard = all.filter(isNew)
  for (const one of heard) for (const hear of [...hearers]) hear(one)
  if (heard.length === 0) return
  await reading.invalidateQueries({
    refetchType: document.hidden ? 'none' : 'active',
    predicate: ({ queryKey: [where, act, input] }) =>
      heard.some(({ space, told }) => {
        if (where !== space && where !== house && space !== house) return false
        return told === 'everything' || isShown(act as string, topicIn(space, input), told)
      }),
  })
}

/** Refetches what one act gave in a space; what nobody looks at waits. */
export const readOneAnew = (space: string, act: string): Promise<void> =>
  reading.invalidateQueries({ queryKey: [space, act], refetchType: document.hidden ? 'none' : 'active' })

/** News already handled, since one's own writes arrive by their answer and by the stream. */
const known = new Set<string>()
const MOST_KNOWN = 500

function isNew({ told }: Heard): boolean {
  if (told === 'everything') return true
  if (known.has(told.id)) return false
  known.add(told.id)
  for (const id of known) if (known.size > MOST_KNOWN) known.delete(id)
  return true
}

const hearers = new Set<(heard: Heard) => void>()

/** Resolves at the next news of a noun in a space, or that anything may have changed. */
export function nextNewsOf(where: string, noun: string): Promise<void> {
  return new Promise((resolve) => {
    const hear = ({ space, told }: Heard) => {
      if (space !== where || !(told === 'everything' || told.nouns.includes(noun))) return
      hearers.delete(hear)
      resolve()
    }
    hearers.add(hear)
  })
}

/** The id of the topic in an act's input, as known from the cached page; or undefined. */
function topicIn(space: string, input: unknown): string | undefined {
  const ref = (input as { topic?: string } | null)?.topic
  if (ref === undefined) return undefined
  const [read] = reading.getQueriesData<Out<'read-page'> | { pages: Out<'read-page'>[] }>({
    queryKey: [space, 'read-page', { topic: ref }],
  })
  const page = read?.[1]
  return page && ('pages' in page ? page.pages[0] : page)?.topic.id
}
