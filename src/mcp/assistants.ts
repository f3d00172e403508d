/** `search` and `fetch` in the form that assistants expect of every server: `{query}` to results with an address each, and an `id` to a text. */
import { z } from 'zod'
import { type Act, id, line } from '../ba/index.ts'
import type { Connection } from './connection.ts'

type Given = Record<string, unknown>

/** What a tool takes, and what it does with it. */
interface Form {
  input: z.ZodObject
  done: (connection: Connection, act: Act, input: Given) => Promise<Given>
}

const hit = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  topic: z.unknown(),
  words: z.string().optional(),
})
const text = hit.extend({ text: z.string(), at: z.unknown() })

const searchInput = z.object({ query: line(400).describe('What to look for, in your own words.') })
const fetchInput = z.object({ id: id.describe('An id that search gave.') })

/** `search`: what was said about something, with where it stands in this Whorl. */
export const searchForm: Form = {
  input: searchInput,
  done: async (connection, act, input) => {
    const { query, ...rest } = input
    const { hits } = await connection.does(act, { ...rest, words: query })
    const address = await connection.address()
    const results = z.array(hit).parse(hits)
    return {
      results: results.map((one) => ({ id: one.id, title: one.title, text: one.words, url: urlOf(address, one) })),
    }
  },
}

/** `fetch`: one thing that was found, whole. */
export const fetchForm: Form = {
  input: fetchInput,
  done: async (connection, act, input) => {
    const found = text.parse(await connection.does(act, input))
    const { id: own, title, kind, at } = found
    const url = urlOf(await connection.address(), found)
    return { id: own, title, text: found.text, url, metadata: { kind, ...(typeof at === 'string' && { at }) } }
  },
}

/** Where a thing that was found is shown: a page at its topic, a line or a source at its own address. */
function urlOf(address: string, { id: own, kind, topic }: z.output<typeof hit>): string {
  if (kind === 'claim') return `${address}/line/${own}`
  if (kind === 'source') return `${address}/source/${own}`
  const { path } = z.object({ path: z.string() }).catch({ path: own }).parse(topic)
  return `${address}/t/${path.split('/').map(encodeURIComponent).join('/')}`
}
