import { Transform } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

type Fields = Record<string, unknown>

const MOST_LETTERS = 10 * 1024 * 1024

/**
 * Drops `params` and its fields where a client sends null for none, as those written in Go do; the
 * protocol's schemas refuse null. Takes a message or a batch of them.
 */
export const withoutNulls = (sent: unknown): unknown => (Array.isArray(sent) ? sent.map(ofMessage) : ofMessage(sent))

function ofMessage(message: unknown): unknown {
  if (!isObject(message) || !('params' in message)) return message
  const { params, ...rest } = message
  if (params === null) return rest
  return isObject(params) ? { ...rest, params: fieldsWithout(params, (_, value) => value === null) } : message
}

/** The fields of an object but those that a test says. */
export const fieldsWithout = (all: Fields, drop: (name: string, value: unknown) => boolean): Fields =>
  Object.fromEntries(Object.entries(all).filter(([name, value]) => !drop(name, value)))

/** A stream of messages, one a line, that passes each on without its nulls. */
export function linesWithoutNulls(): Transform {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.push(`${lineWithout(line)}\n`)
      // A line without an end is passed on, to be refused for its size.
      if (rest.length > MOST_LETTERS) this.push(rest)
      done()
    },
  })
}

function lineWithout(line: string): string {
  try {
    return JSON.stringify(withoutNulls(JSON.parse(line)))
  } catch {
    return line
  }
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
