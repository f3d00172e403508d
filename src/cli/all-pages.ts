import { z } from 'zod'
import type { Act } from '../ba/index.ts'

type Answer = Record<string, unknown>
type Schema = {
  'x-goes-on'?: boolean
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  items?: Schema
}

/**
 * Reads a paged list or text to its end and returns one answer: paged fields are concatenated, all
 * others are those of the first page. If the input names a page, only that one is read.
 */
export async function allPages(act: Act, input: Answer, read: (input: Answer) => Promise<Answer>): Promise<Answer> {
  let whole = await read(input)
  if (!('next' in act.output.shape) || 'after' in input || 'most' in input) return whole
  const schema = z.toJSONSchema(act.output, { io: 'output' }) as Schema
  while (typeof whole.next === 'string') whole = joined(schema, whole, await read({ ...input, after: whole.next }))
  return whole
}

const joined = (schema: Schema, whole: Answer, page: Answer): Answer => ({
  ...(join(schema, whole, page) as Answer),
  next: page.next,
})

function join(schema: Schema, one: unknown, other: unknown): unknown {
  if (schema['x-goes-on']) return together(one, other)
  const own = schema.properties ?? schema.anyOf?.find(({ properties }) => properties)?.properties
  if (own && isObject(one) && isObject(other))
    return Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, join(own[name] ?? {}, value, other[name])]),
    )
  if (schema.items && Array.isArray(one) && Array.isArray(other))
    return one.map((value, n) => (n in other ? join(schema.items ?? {}, value, other[n]) : value))
  return one
}

function together(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other]
  if (isObject(one) && isObject(other)) return { ...one, ...other }
  return `${one}${other}`
}

const isObject = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
