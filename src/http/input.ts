import type { HonoRequest } from 'hono'
import { z } from 'zod'
import { type Act, isIntricateJson, tooIntricate, unfit } from '../ba/index.ts'

/**
 * Reads an act's input: JSON in the body, or the query of a GET, with each value parsed by its
 * field's type.
 */
export async function inputOf(request: HonoRequest, act: Act): Promise<Record<string, unknown>> {
  if (request.method === 'GET') return fromQuery(request.query(), act)
  const kind = request.header('content-type') ?? ''
  const body = await request.text()
  if (body === '') return {}
  if (!/^application\/json\b/i.test(kind))
    throw unfit('body', 'It is not JSON.', 'Send it with content-type application/json.')
  const given = readJson(body)
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    throw unfit('body', 'It is not an object.', 'Send one like {"topic": "cache-purge"}.')
  }
  return given as Record<string, unknown>
}

/** Parses JSON, or refuses it: also where it is too intricate to be parsed quickly. */
export function readJson(body: string, remedy = 'Send one object like {"topic": "cache-purge"}.'): unknown {
  if (isIntricateJson(body)) throw tooIntricate()
  try {
    return JSON.parse(body)
  } catch {
    throw unfit('body', 'It is not whole JSON.', remedy)
  }
}

const schemas = new WeakMap<Act, Record<string, { type?: string }>>()

function fromQuery(query: Record<string, string>, act: Act): Record<string, unknown> {
  let fields = schemas.get(act)
  if (!fields) {
    fields = (z.toJSONSchema(act.input, { io: 'input' }).properties ?? {}) as Record<string, { type?: string }>
    schemas.set(act, fields)
  }
  const known = fields
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, readValue(value, known[name]?.type)]))
}

function readValue(value: string, type: string | undefined): unknown {
  if (type === undefined || type === 'string' || isIntricateJson(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
