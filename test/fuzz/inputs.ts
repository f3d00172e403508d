/** The order in which a million inputs are tried: every reader gets on at the same pace. */
import type { Fuzzed } from './law.ts'
import { ofFiles, ofText } from './readers.ts'

const [TEXTS, FILES, ROUNDS] = [1_000_000, 2000, 125]
const ofEachText = Math.floor(TEXTS / ofText.length / ROUNDS)
const ofEachFile = Math.floor(FILES / ROUNDS)
const inRound = ofText.length * ofEachText + ofFiles.length * ofEachFile

/** How many there are: a million texts, two thousand files of each kind. */
export const INPUTS = ROUNDS * inRound

/** The reader of an input in this order, and the number of the input among that reader's. */
export function inputAt(at: number): { reader: Fuzzed<unknown>; n: number } {
  const [round, within] = [Math.floor(at / inRound), at % inRound]
  const texts = ofText.length * ofEachText
  const [readers, each, place] = within < texts ? [ofText, ofEachText, within] : [ofFiles, ofEachFile, within - texts]
  const reader = readers[Math.floor(place / each)]
  if (!reader) throw new Error(`There is no input ${at}.`)
  return { reader, n: round * each + (place % each) }
}
