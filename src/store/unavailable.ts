/** A store that cannot do anything now, for a reason outside of Whorl. */
export class Unavailable extends Error {
  readonly problem: string
  readonly remedy: string
  constructor(problem: string, remedy: string, cause: unknown) {
    super(`${problem} ${remedy}`, { cause })
    this.problem = problem
    this.remedy = remedy
  }
}

const AGAIN = 'Try again in a moment; what you sent is done once at most if you send the same key.'
const OPERATOR = 'Try again later, and tell whoever runs this Whorl if it stays.'

/** What PostgreSQL's error codes mean to people (its manual, appendix A); by code or by its class. */
const CODES: [RegExp, problem: string, remedy: string][] = [
  [/^(?:08|57P0[1-5]$)/, 'The database is not there just now.', AGAIN],
  [/^53300$/, 'The database has too many connections just now.', AGAIN],
  [/^53/, 'The database has no room left.', OPERATOR],
  [/^(?:25006|57P04)$/, 'The database takes nothing new just now: it can only be read.', OPERATOR],
  [/^(?:57014|55P03|25P03)$/, 'The database took too long, and was stopped.', AGAIN],
  [/^(?:E[A-Z]+)$/, 'The database cannot be reached just now.', AGAIN],
]

/** What the driver says in words alone. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/

/** Why the store cannot do anything now, where that is what an error of the driver says; else undefined. */
export function unavailable(error: unknown): Unavailable | undefined {
  if (error instanceof Unavailable) return error
  const { code, message } = error as { code?: unknown; message?: unknown }
  const found = typeof code === 'string' && CODES.find(([pattern]) => pattern.test(code))
  if (found) return new Unavailable(found[1], found[2], error)
  if (typeof message === 'string' && WORDS.test(message))
    return new Unavailable('The database is not there just now.', AGAIN, error)
  return undefined
}
