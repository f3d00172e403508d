import { listField, scanMarks } from '../../text/index.ts'
import { blocksOf, readPageText, writePageText } from '../documents/index.ts'

/**
 * What of the compiler's base goes out with a page. What was compiled from people's claims cannot be compiled again
 * where those claims are not, and would be taken out of the page there: it goes out as somebody's words, to stay.
 */
export function baseToCarry(base: string, staysCitable: (source: string) => boolean): string {
  if (!base) return ''
  const { front, body } = readPageText(base)
  const compiledFromFiles = (block: string) =>
    scanMarks(block).citations.every(({ entries }) => entries.every(({ name }) => staysCitable(name)))
  const blocks = blocksOf(body)
  const kept = blocks.filter(compiledFromFiles)
  if (kept.length === blocks.length) return base
  front.set('summary', '')
  front.set('sources', listField(front, 'sources').filter(staysCitable))
  return writePageText({ front, body: `${kept.join('\n\n')}\n` })
}
