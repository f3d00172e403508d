import type { Act } from './act.ts'

/** The former name of a renamed act; stored proposals, stored outcomes and scripts still use it. */
export interface FormerName {
  readonly name: string
  /** Renamed fields of its input and output: former name to present name. */
  readonly fields?: Readonly<Record<string, string>>
}

type Fields = Record<string, unknown>

/** Finds an act by its present or former name. */
export const actNamed = <Any extends Act>(acts: readonly Any[], name: string): Any | undefined =>
  acts.find((act) => act.name === name) ?? acts.find((act) => act.formerly?.name === name)

/** Renames the fields of an input given under an act's former name; other inputs stay unchanged. */
export const inPresentWords = ({ formerly }: Act, name: string, said: Fields): Fields =>
  formerly?.name === name ? renamed(said, Object.entries(formerly.fields ?? {})) : said

/** Renames the fields of an output to their former names. */
export const inFormerWords = ({ formerly }: Act, said: Fields): Fields =>
  renamed(
    said,
    Object.entries(formerly?.fields ?? {}).map(([former, present]) => [present, former]),
  )

function renamed(said: Fields, fields: [from: string, to: string][]): Fields {
  const names = new Map(fields)
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [names.get(name) ?? name, value]))
}
