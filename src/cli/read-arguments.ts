import { text as textOf } from 'node:stream/consumers'
import { z } from 'zod'
import { type Act, unfit } from '../ba/index.ts'

type Field = { type?: string; anyOf?: { type?: string }[] }

/**
 * Parses `--field value` and `--field=value` into an act's input by each field's type; `--json`
 * takes the whole input as JSON, from standard input if it is `-`. `--space` and `--key` belong to
 * the call.
 */
export async function readArguments(
  words: readonly string[],
  act: Act,
): Promise<{ space?: string; key?: string; input: Record<string, unknown> }> {
  const fields = (z.toJSONSchema(act.input, { io: 'input' }).properties ?? {}) as Record<string, Field>
  const input: [field: string, value: unknown][] = []
  const own: { space?: string; key?: string } = {}
  for (let at = 0; at < words.length; at++) {
    const [, name, joined] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(words[at] ?? '') ?? []
    if (!name)
      throw unfit(
        words[at] ?? '',
        'It is not an option.',
        `Write --field value; "npx whorl ${act.name} --help" lists the fields.`,
      )
    const value = joined ?? words[++at]
    if (value === undefined) throw unfit(name, 'It has no value.', `Write --${name} value.`)
    if (name === 'space' || name === 'key') own[name] = value
    else if (name === 'json') input.push(...Object.entries(await wholeInput(value)))
    else input.push(fieldRead(name, value, fields))
  }
  return { ...own, input: Object.fromEntries(input) }
}

async function wholeInput(given: string): Promise<object> {
  const json = given === '-' ? await textOf(process.stdin) : given
  try {
    const value: unknown = JSON.parse(json)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value
  } catch {}
  throw unfit('json', 'It is not one whole JSON object.', 'Write one like {"topic": "cache-purge"}.')
}

/** Maps `--holds-when` to the field `holdsWhen`. */
function fieldNamed(option: string, fields: Record<string, Field>): string {
  return (
    Object.keys(fields).find(
      (field) => field === option || field.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`) === option,
    ) ?? option
  )
}

function fieldRead(option: string, value: string, fields: Record<string, Field>): [string, unknown] {
  const name = fieldNamed(option, fields)
  return [name, readValue(value, Object.hasOwn(fields, name) ? fields[name] : undefined)]
}

function readValue(value: string, field: Field | undefined): unknown {
  const kinds = [field?.type, ...(field?.anyOf ?? []).map(({ type }) => type)]
  if (field === undefined || kinds.includes('string')) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
