import type { z } from 'zod'
import { type Act, canBeKept, type Refusal, unfit } from '../ba/index.ts'

/** Deeper than the input of any act. */
const DEEPEST = 20

const strict = new WeakMap<Act, z.ZodObject>()

/** Parses input by the act's schema, or refuses it with the field, the problem and the remedy. */
export function fitInput(act: Act, input: unknown): Record<string, unknown> {
  const impossible = impossibleText(input ?? {})
  if (impossible) {
    throw unfit(impossible, 'It holds a character that cannot be kept (U+0000, or half of a pair).', 'Take it out.')
  }
  let schema = strict.get(act)
  if (!schema) {
    schema = act.input.strict()
    strict.set(act, schema)
  }
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (!issue) throw unfit('input', 'It does not fit.', 'See what the act takes.')
  throw refusalOf(issue, act)
}

/** Finds the first field with text that no store can keep: U+0000 or a lone surrogate. */
function impossibleText(value: unknown, field = '', depth = 0): string | null {
  if (typeof value === 'string') return canBeKept(value) ? null : field || 'input'
  if (value === null || typeof value !== 'object') return null
  if (depth > DEEPEST) throw unfit(field.split('.')[0] ?? 'input', 'It is nested too deeply.', 'Send it flat.')
  for (const [name, inner] of Object.entries(value)) {
    const found = impossibleText(name, 'input') ?? impossibleText(inner, field ? `${field}.${name}` : name, depth + 1)
    if (found) return found
  }
  return null
}

function refusalOf(issue: z.core.$ZodIssue, act: Act): Refusal {
  const field = issue.path.join('.') || 'input'
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(act.input.shape)
    const fields = known.length ? `The fields are ${known.join(', ')}.` : 'It takes no fields.'
    return unfit([...issue.path, issue.keys[0]].join('.'), 'There is no such field.', fields)
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined && /undefined$/.test(issue.message)
    return unfit(field, missing ? 'It is missing.' : 'It is of the wrong kind.', `Send ${aKind(issue.expected)}.`)
  }
  if (issue.code === 'invalid_value')
    return unfit(field, 'It is none of the known ones.', `Send one of ${issue.values.join(', ')}.`)
  const problem = `It ${issue.message.replace(/^Invalid input.*/, 'does not fit').replace(/\.$/, '')}.`
  return unfit(field, problem, remedies[issue.code] ?? 'Send one that fits.')
}

const remedies: Record<string, string> = {
  too_big: 'Shorten it.',
  too_small: 'Write something.',
  custom: 'Write it otherwise.',
  invalid_format: 'Write it in that form.',
}

const aKind = (expected: string) =>
  ({ string: 'text', array: 'a list', object: 'an object' })[expected] ?? `a ${expected}`
