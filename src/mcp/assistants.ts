/**
 * `search` and `fetch` in the form that assistants expect of every server: `{query}` to results with an address each,
 * and an `id` to a text with its address.
 */
import { z } from 'zod'
import { type Act, line } from '../ba/index.ts'
import type { Connection } from './connection.ts'
import { inWordsOf } from './in-words-of.ts'

type ToolInput = Record<string, unknown>

/** A tool's input and what it does. */
interface Form {
  input: z.ZodObject
  done: (connection: Connection, act: Act, input: ToolInput) => Promise<ToolInput>
}

const named = z.object({ name: z.string() })

/** A search result of the acts; its id begins with its kind. */
const thing = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  topic: z.string().nullable(),
  by: z.union([z.object({ person: named }), z.object({ group: named }), z.object({ document: named })]).nullable(),
  at: z.string(),
})
const hits = z.array(thing.extend({ words: z.string() }))
const found = thing.extend({ text: z.string(), next: z.string().nullable() })

/** `search`: results with their addresses. */
export const searchForm: Form = {
  input: z.object({ query: line(1_999).describe('What to look for: words, or a question as one would ask it.') }),
  done: async (connection, act, { query, ...rest }) => {
    // A trailing space marks the last word as complete.
    const asked = connection.does(act, { ...rest, words: typeof query === 'string' ? `${query} ` : query })
    const given = hits.parse((await inWordsOf(asked, (field) => (field === 'words' ? 'query' : field))).hits)
    const address = await connection.address()
    return {
      results: given.map((hit) => ({ id: hit.id, title: hit.title, text: hit.words, url: urlOf(address, hit) })),
    }
  },
}

/** `fetch`: one result in parts, with its speaker and date. */
export const fetchForm: Form = {
  input: z.object({
    id: line(120).describe('An id that search gave.'),
    after: z.string().max(1000).describe('`next` of the part before.').optional(),
  }),
  done: async (connection, act, input) => {
    const one = found.parse(await connection.does(act, input))
    const { id, title, text, next, kind, at, by } = one
    const url = urlOf(await connection.address(), one)
    return { id, title, text, next, url, metadata: { kind, at, ...(by && { by: nameOf(by) }) } }
  },
}

/** The name of a voice: a person, a group or a document. */
const nameOf = (by: NonNullable<z.output<typeof found>['by']>): string =>
  'person' in by ? by.person.name : 'group' in by ? by.group.name : by.document.name

/** The address of a result: of a claim or source its own, otherwise its topic's. */
function urlOf(address: string, { id, kind, topic }: z.output<typeof thing>): string {
  const own = id.slice(id.indexOf(':') + 1)
  if (kind === 'claim') return `${address}/line/${own}`
  if (kind === 'source' || topic === null) return `${address}/source/${own}`
  return `${address}/t/${topic}`
}
