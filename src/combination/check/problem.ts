import { cutWhole } from '../../text/index.ts'
import type { RuleId } from './rules.ts'

/** A problem of a page: its place, what is wrong, the words, and the remedy. */
export interface Problem {
  rule: RuleId
  path: string
  line: number
  toLine: number
  /** One sentence. */
  says: string
  /** The affected words; empty for the whole page. */
  words: string
  /** The remedy, in a sentence. */
  mend: string
  /** The name of the wanted page. */
  wanted?: string
  /** The day by which the page was to be reviewed. */
  due?: string
  /** All places concerned, its own first, each with its words and circumstances. */
  sides?: Side[]
  /** Safe changes that mend it. */
  changes?: Change[]
}

/** One side of a problem between pages, with its date and author. */
export interface Side {
  path: string
  line: number
  toLine: number
  title: string
  words: string
  /** The heading it stands under. */
  section: string | null
  /** When the page was last reviewed or changed, by its own fields. */
  when: string | null
  /** The page's keeper, by its own fields. */
  keeper: string | null
}

/** A safe change of one file: replaced words, or an added alias. */
export type Change = { path: string; says: string } & (
  | { kind: 'words'; at: number; old: string; new: string }
  | { kind: 'alias'; alias: string }
)

/** Joins words to one line and shortens them. */
export const shown = (words: string, most = 240): string => cutWhole(words.replace(/\s+/g, ' ').trim(), most)
