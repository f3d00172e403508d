/** The cache of what was read, and how what shows a noun that changed is read again. */
import { QueryClient } from '@tanstack/react-query'
import { house, refusalIn } from './client.ts'
import type { Out } from './contract.ts'
import { isShown, type News } from './shown.ts'

/** What changed is told; this bounds how long something stands there that nobody told, as what comes by the clock. */
const FRESH_MS = 60_000

/** The cache of what was read, asked again once where the fault was ours. */
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

/** News of a space; or that everything there may be another. */
interface Heard {
  space: string
  told: News | 'everything'
}

const waiting: Heard[] = []
let sweeping = false

/** Has screens show what others changed; what comes while something is read waits, so that many changes are few readings. */
export function readAnewSoon(heard: Heard): void {
  waiting.push(heard)
  if (!sweeping) void sweep()
}

async function sweep(): Promise<void> {
  sweeping = true
  while (waiting.length > 0) await readAnew(waiting.splice(0))
  sweeping = false
}

/** What this person wrote, as its answer said it; without news, as of a wish that was sent twice, it may be everything. */
export const ofOwn = (space: string, news: readonly News[] | undefined): Heard[] =>
  news ? news.map((told) => ({ space, told })) : [{ space, told: 'everything' }]

/** Reads again what shows one of these changes, unless it was for the same news before; what nobody looks at waits. */
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

/** Reads again what one act gave in a space; what nobody looks at waits. */
export const readOneAnew = (space: string, act: string): Promise<void> =>
  reading.invalidateQueries({ queryKey: [space, act], refetchType: document.hidden ? 'none' : 'active' })

/** The news that something was read again for: one's own writes are told by their answer and by the stream. */
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

/** Resolves once something is told of a noun in a space, or that everything there may be another. */
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

/** The id of the topic that an act is asked about, as it is known from reading its page; or nothing. */
function topicIn(space: string, input: unknown): string | undefined {
  const ref = (input as { topic?: string } | null)?.topic
  if (ref === undefined) return undefined
  const [read] = reading.getQueriesData<Out<'read-page'> | { pages: Out<'read-page'>[] }>({
    queryKey: [space, 'read-page', { topic: ref }],
  })
  const page = read?.[1]
  return page && ('pages' in page ? page.pages[0] : page)?.topic.id
}
