import type { RuleId } from './rules.ts'

/** Something to mend in a folder of pages: where it is, what is wrong, the words, and what would mend it. */
export interface Problem {
  rule: RuleId
  path: string
  line: number
  toLine: number
  /** One sentence. */
  says: string
  /** The words it is about, as they stand there; empty where it is about the whole page. */
  words: string
  /** What would mend it, in a sentence. */
  mend: string
  /** The name of a page that is wanted. */
  wanted?: string
  /** The day by which the page was to be looked at again. */
  due?: string
  /** Where more than one place is concerned, each with its words and circumstances; its own place first. */
  sides?: Side[]
  /** Changes that mend it and can do no harm. */
  changes?: Change[]
}

/** One side of a problem between pages: what it says, and what is known of when and by whom. */
export interface Side {
  path: string
  line: number
  toLine: number
  title: string
  words: string
  /** The heading it stands under. */
  section: string | null
  /** When the page was last looked at or changed, as it says itself. */
  when: string | null
  /** Who keeps the page, as it says itself. */
  keeper: string | null
}

/** A safe change of one file: words put in the place of others, or an alias added. */
export type Change = { path: string; says: string } & (
  | { kind: 'words'; at: number; old: string; new: string }
  | { kind: 'alias'; alias: string }
)

/** Words on one line, and not too many of them. */
export const shown = (words: string, most = 240): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}
