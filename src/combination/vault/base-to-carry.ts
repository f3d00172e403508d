import { listField, scanMarks } from '../../text/index.ts'
import { blocksOf, readPageText, writePageText } from '../documents/index.ts'

/**
 * The part of the compiler's base that is exported. Blocks from claims are omitted: where the
 * claims are missing, the compiler would no longer write them and would delete them; without a base
 * they are kept as a person's.
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
