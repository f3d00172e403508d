import { Unavailable } from '../store/index.ts'

/** The six kinds of refusal; each door maps them once. */
export type RefusalKind = 'absent' | 'unfit' | 'not-yours' | 'clash' | 'too-many' | 'unavailable'

/** An error that the person can fix: the field, its problem and the remedy. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly field: string | null
  readonly problem: string
  readonly remedy: string
  /** The seconds after which the same may be done, where waiting is what helps. */
  readonly retryAfter: number | undefined
  constructor(
    kind: RefusalKind,
    no: { field?: string; problem: string; remedy: string; retryAfter?: number | undefined; cause?: unknown },
  ) {
    super(`${no.field ? `${no.field}: ` : ''}${no.problem} ${no.remedy}`, { cause: no.cause })
    this.kind = kind
    this.field = no.field ?? null
    this.problem = no.problem
    this.remedy = no.remedy
    this.retryAfter = no.retryAfter
  }
}

/**
 * The refusal that an error stands for: itself, or that the store is not there; undefined for a
 * fault.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof Unavailable)) return undefined
  return new Refusal('unavailable', { problem: error.problem, remedy: error.remedy, cause: error })
}

/** Refuses what does not exist or may not be seen; the two read alike. */
export const absent = (field: string, what: string) =>
  new Refusal('absent', {
    field,
    problem: `There is no such ${what} here.`,
    remedy: 'Look it up in the list and try again.',
  })

/** Refuses unusable input. */
export const unfit = (field: string, problem: string, remedy: string) =>
  new Refusal('unfit', { field, problem, remedy })

/** Refuses an act that only somebody else may do. */
export const notYours = (problem: string, remedy: string, field?: string) =>
  new Refusal('not-yours', { ...(field ? { field } : {}), problem, remedy })

/** Refuses an edit of something that has changed since it was read. */
export const clash = (what: string) =>
  new Refusal('clash', {
    field: 'version',
    problem: `Somebody changed this ${what} since you read it.`,
    remedy: 'Read it again and make your change to what it says now; nothing of yours was saved over theirs.',
  })

/** Refuses an excess of a limit. */
export const tooMany = (problem: string, remedy: string, retryAfter?: number) =>
  new Refusal('too-many', { problem, remedy, retryAfter })

/** Returns the thing, or refuses it as absent. */
export function orAbsent<T>(thing: T | undefined | null, field: string, what: string): T {
  if (thing === undefined || thing === null) throw absent(field, what)
  return thing
}
