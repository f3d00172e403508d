import { textField } from '../../text/index.ts'
import { readPageText, writePageText } from '../documents/index.ts'

/** The field in the base of a page that is somebody's own. */
export const TAKES_IN = 'takesIn'
/** Its value while only confirmed lines are taken in. */
export const SAID = 'said'
/** Its value once somebody asked for sources, too. */
const ASKED = 'asked'

/**
 * Whether a page takes in passages of sources. One that somebody wrote or imported whole takes in
 * confirmed lines only, until somebody asks for sources.
 */
export function takesInPassages(page: { markdown: string; base: string } | undefined): boolean {
  if (!page) return true
  if (page.base === '') return !hasWords(readPageText(page.markdown).body)
  return textField(readPageText(page.base).front, TAKES_IN) !== SAID
}

const hasWords = (body: string) => body.split('\n').some((line) => line.trim() !== '' && !/^ {0,3}#{1,6} /.test(line))

/** The base of a page for which somebody asked for sources. */
export function askedFor(base: string): string {
  const { front, body } = readPageText(base)
  front.set(TAKES_IN, ASKED)
  return writePageText({ front, body })
}
