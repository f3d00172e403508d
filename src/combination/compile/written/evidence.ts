import { createHash } from 'node:crypto'
import { plainWords } from '../../../knowledge/index.ts'
import type { Ingredients, Passage, Said } from '../../compose/index.ts'
import { paragraphsIn } from './paragraphs.ts'

/** A text that a page may use, with its lines. */
export interface Evidence {
  /** A hash of its source and text, without line numbers, which move when a source grows. */
  key: string
  source: string
  fromLine: number
  toLine: number
  text: string
}

/** The evidence for a page: the passages and confirmed claims of which it would be composed. */
export const evidenceOf = ({ passages, said }: Ingredients): Evidence[] => {
  const all = [...paragraphsIn(passages).map(passageEvidence), ...said.map(claimEvidence)]
  return [...new Map(all.map((one) => [one.key, one])).values()]
}

/** A paragraph of a source as evidence. */
export const passageEvidence = (passage: Passage): Evidence => evidence(passage, plainWords(passage.text))

/** A confirmed claim as evidence: the confirmed statement, never the words it came from. */
export const claimEvidence = (claim: Said): Evidence =>
  evidence(claim, claim.holdsWhen ? `${claim.statement.trim()} (${claim.holdsWhen.trim()})` : claim.statement.trim())

function evidence({ source, fromLine, toLine }: Omit<Evidence, 'key' | 'text'>, text: string): Evidence {
  return { key: hash([source, text]), source, fromLine, toLine, text }
}

/** A hash of the title and all evidence, which tells whether a new draft is needed. */
export const seenIn = (title: string, all: readonly Evidence[]): string => hash([title, ...all.map(({ key }) => key)])

const hash = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
