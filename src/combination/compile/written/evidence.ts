import { createHash } from 'node:crypto'
import { plainWords } from '../../../knowledge/index.ts'
import type { Ingredients, Passage, Said } from '../../compose/index.ts'
import { paragraphsIn } from './paragraphs.ts'

/** Something that a page may say, with the lines that say it. */
export interface Evidence {
  /** What it says and where, without the lines, which move when a source grows: another wording is another evidence. */
  key: string
  source: string
  fromLine: number
  toLine: number
  text: string
}

/** What a page may be written from: the passages and the confirmed claims that it would be composed of. */
export const evidenceOf = ({ passages, said }: Ingredients): Evidence[] => {
  const all = [...paragraphsIn(passages).map(passageEvidence), ...said.map(claimEvidence)]
  return [...new Map(all.map((one) => [one.key, one])).values()]
}

/** A paragraph of a source as evidence. */
export const passageEvidence = (passage: Passage): Evidence => evidence(passage, plainWords(passage.text))

/** A confirmed claim as evidence: as its speaker confirmed it, never the words it came from. */
export const claimEvidence = (claim: Said): Evidence =>
  evidence(claim, claim.holdsWhen ? `${claim.statement.trim()} (${claim.holdsWhen.trim()})` : claim.statement.trim())

function evidence({ source, fromLine, toLine }: Omit<Evidence, 'key' | 'text'>, text: string): Evidence {
  return { key: hash([source, text]), source, fromLine, toLine, text }
}

/** One short text for what a page may be written from: the same as long as nothing of it changes. */
export const seenIn = (title: string, all: readonly Evidence[]): string => hash([title, ...all.map(({ key }) => key)])

const hash = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
