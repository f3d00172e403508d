import { textField } from '../../text/index.ts'
import { readPageText, writePageText } from '../documents/index.ts'

/** The field of the compiler's own text that says that it is not the compiler's page alone. */
export const TAKES_IN = 'takesIn'
/** It says that only what people confirmed was written. */
export const SAID = 'said'
/** It says that somebody asked for what sources say, too. */
const ASKED = 'asked'

/**
 * Whether a page takes in what sources say. One that somebody wrote or brought whole takes in what people confirm, and
 * is left as it stands otherwise, until somebody asks for the rest.
 */
export function takesInPassages(page: { markdown: string; base: string } | undefined): boolean {
  if (!page) return true
  if (page.base === '') return !hasWords(readPageText(page.markdown).body)
  return textField(readPageText(page.base).front, TAKES_IN) !== SAID
}

const hasWords = (body: string) => body.split('\n').some((line) => line.trim() !== '' && !/^ {0,3}#{1,6} /.test(line))

/** The compiler's own text of a page for which somebody asked for what sources say. */
export function askedFor(base: string): string {
  const { front, body } = readPageText(base)
  front.set(TAKES_IN, ASKED)
  return writePageText({ front, body })
}
