/** The five ways in which an act says no; each door maps them once. */
export type RefusalKind = 'absent' | 'unfit' | 'not-yours' | 'clash' | 'too-many'

/** A no that the person can do something about: which field, what is wrong with it, what would do. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly field: string | null
  readonly problem: string
  readonly remedy: string
  constructor(kind: RefusalKind, no: { field?: string; problem: string; remedy: string }) {
    super(`${no.field ? `${no.field}: ` : ''}${no.problem} ${no.remedy}`)
    this.kind = kind
    this.field = no.field ?? null
    this.problem = no.problem
    this.remedy = no.remedy
  }
}

/** Refuses what is not there, or not for these eyes: the two read alike. */
export const absent = (field: string, what: string) =>
  new Refusal('absent', {
    field,
    problem: `There is no such ${what} here.`,
    remedy: 'Look it up in the list and try again.',
  })

/** Refuses input that cannot be used as it is. */
export const unfit = (field: string, problem: string, remedy: string) =>
  new Refusal('unfit', { field, problem, remedy })

/** Refuses what only somebody else may do. */
export const notYours = (problem: string, remedy: string, field?: string) =>
  new Refusal('not-yours', { ...(field ? { field } : {}), problem, remedy })

/** Refuses an edit of something that has changed since it was read. */
export const clash = (what: string) =>
  new Refusal('clash', {
    field: 'version',
    problem: `Somebody changed this ${what} since you read it.`,
    remedy: 'Read it again and make your change to what it says now; nothing of yours was saved over theirs.',
  })

/** Refuses what is too much at once. */
export const tooMany = (problem: string, remedy: string) => new Refusal('too-many', { problem, remedy })

/** Gives the thing, or refuses that it is absent. */
export function orAbsent<T>(thing: T | undefined | null, field: string, what: string): T {
  if (thing === undefined || thing === null) throw absent(field, what)
  return thing
}
