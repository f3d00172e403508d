import type { Act } from './act.ts'

/** What an act was called before it was renamed: kept proposals, kept outcomes and people's scripts still say so. */
export interface FormerName {
  readonly name: string
  /** The fields of its input and its answer that were renamed with it: the former name, then the present one. */
  readonly fields?: Readonly<Record<string, string>>
}

type Fields = Record<string, unknown>

/** Finds an act by its name, or by the name it had before. */
export const actNamed = <Any extends Act>(acts: readonly Any[], name: string): Any | undefined =>
  acts.find((act) => act.name === name) ?? acts.find((act) => act.formerly?.name === name)

/** What was said under a former name, with the fields as they are called now; else it is left as it is. */
export const inPresentWords = ({ formerly }: Act, name: string, said: Fields): Fields =>
  formerly?.name === name ? renamed(said, Object.entries(formerly.fields ?? {})) : said

/** The same with the fields as they were called before. */
export const inFormerWords = ({ formerly }: Act, said: Fields): Fields =>
  renamed(
    said,
    Object.entries(formerly?.fields ?? {}).map(([former, present]) => [present, former]),
  )

function renamed(said: Fields, fields: [from: string, to: string][]): Fields {
  const names = new Map(fields)
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [names.get(name) ?? name, value]))
}
