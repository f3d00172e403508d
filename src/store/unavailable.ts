/**
 * What a store lacks: `away`, `busy`, `full` and `read-only` pass without the work being changed;
 * `slow` is a statement that took too long by itself, and may do so again.
 */
type Lack = 'away' | 'busy' | 'full' | 'read-only' | 'slow'

type Says = readonly [lack: Lack, problem: string, remedy: string]

/** A store that cannot do anything now, for a reason outside of Whorl. */
export class Unavailable extends Error {
  readonly lack: Lack
  readonly problem: string
  readonly remedy: string
  constructor([lack, problem, remedy]: Says, cause: unknown) {
    super(`${problem} ${remedy}`, { cause })
    this.lack = lack
    this.problem = problem
    this.remedy = remedy
  }
  /** The problem in the words of the driver too, for whoever runs this Whorl. */
  get inFull(): string {
    const { message, code } = this.cause as { message?: string; code?: string }
    // Of a host with several addresses the driver says nothing but a code.
    return `${this.problem} ${message || (code ?? '')}`
  }
}

const AGAIN = 'Try again in a moment; what you sent is done once at most if you send the same key.'
const OPERATOR = 'Try again later, and tell whoever runs this Whorl if it stays.'

const AWAY: Says = ['away', 'The database is not there just now.', AGAIN]
const UNREACHED: Says = ['away', 'The database cannot be reached just now.', AGAIN]
const BUSY: Says = ['busy', 'The database has too much to do just now.', AGAIN]

/** What PostgreSQL's error codes mean to people (its manual, appendix A), and the network's. */
const CODES: [RegExp, Says][] = [
  [/^(?:08|57P0[1-5]$)/, AWAY],
  [/^53300$/, ['busy', 'The database has too many connections just now.', AGAIN]],
  [/^53/, ['full', 'The database has no room left.', OPERATOR]],
  [/^25006$/, ['read-only', 'The database takes nothing new just now: it can only be read.', OPERATOR]],
  [/^(?:55P03|25P03)$/, BUSY],
  [/^57014$/, ['slow', 'The database took too long, and was stopped.', AGAIN]],
  [/^(?:ECONN\w+|EPIPE|ETIMEDOUT|E(?:HOST|NET)\w+|ENOTFOUND|EAI_AGAIN)$/, UNREACHED],
]

/** What the driver of PostgreSQL says in words alone. */
const WORDS: [RegExp, Says][] = [
  [/^timeout exceeded when trying to connect$/, BUSY],
  [/^(?:Connection terminated|timeout expired$|Query read timeout$)/, AWAY],
  [/^Client (?:was closed|has encountered a connection error)/, AWAY],
]

const FULL: Says = ['full', 'The disk that Whorl writes to is full.', OPERATOR]

/** What file systems say, of the files beside a store. */
const FILES: [RegExp, Says][] = [
  [/^(?:ENOSPC|EDQUOT|EFBIG)$/, FULL],
  [/^(?:EROFS|EACCES|EPERM)$/, ['read-only', 'The folder that Whorl writes to can only be read.', OPERATOR]],
]

/** What SQLite's result codes mean to people, by the lower byte; the whole code goes first. */
const RESULTS: Record<number, Says> = {
  5: ['busy', 'Another program holds the file that Whorl writes to.', AGAIN],
  8: ['read-only', 'Nothing new can be kept just now: the file that Whorl writes to can only be read.', OPERATOR],
  10: ['away', 'The disk that Whorl writes to does not do what it is asked.', OPERATOR],
  13: FULL,
  14: ['read-only', 'The file that Whorl writes to cannot be opened.', OPERATOR],
  778: ['full', 'The disk that Whorl writes to takes nothing more.', OPERATOR],
  // The index of the write-ahead log could not be made longer.
  4874: FULL,
}

/** Why the store cannot do anything now, if that is what an error of a driver says; else undefined. */
export function unavailable(error: unknown): Unavailable | undefined {
  if (error instanceof Unavailable) return error
  const says = sayingOf(error)
  return says && new Unavailable(says, error)
}

function sayingOf(error: unknown): Says | undefined {
  const { code, errcode, message } = error as { code?: unknown; errcode?: unknown; message?: unknown }
  if (typeof errcode === 'number') return RESULTS[errcode] ?? RESULTS[errcode & 0xff]
  if (typeof code === 'string') return CODES.find(([pattern]) => pattern.test(code))?.[1]
  return typeof message === 'string' ? WORDS.find(([pattern]) => pattern.test(message))?.[1] : undefined
}

/** Why a file beside a store could not be written; else undefined. */
export function unwritable(error: unknown): Unavailable | undefined {
  const code = String((error as { code?: unknown }).code)
  const says = FILES.find(([pattern]) => pattern.test(code))?.[1]
  return says ? new Unavailable(says, error) : unavailable(error)
}

/** Whether work that failed may be begun again unchanged, once the store is there. */
export const passes = (error: unknown) => error instanceof Unavailable && error.lack !== 'slow'

/** A store that so many write in at once that a transaction was in the way of others each time. */
export const tooMuchAtOnce = (cause: unknown) => new Unavailable(BUSY, cause)
