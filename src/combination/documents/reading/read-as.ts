import { MOST_SOURCE } from '../../../text/index.ts'
import { docxText } from './docx-text.ts'
import { htmlText } from './html-text.ts'
import { pdfText } from './pdf-text.ts'
import { pptxText } from './pptx-text.ts'
import type { FromReading, ToRead } from './read-given.ts'
import { NO_WORDS, type ReadIn, TOO_LONG, Unreadable } from './read-in.ts'
import { wordsOf } from './words-of.ts'
import { xlsxText } from './xlsx-text.ts'

const ODD = 'It could not be read: something in it is not as it should be. Save it anew, or paste its words.'

/** Reads one document; one that cannot be read returns why. */
export async function readAs(given: ToRead): Promise<FromReading> {
  try {
    const read = await readKind(given)
    if (read.text.length > MOST_SOURCE) return { fault: TOO_LONG }
    return /[\p{L}\p{N}]/u.test(read.text) ? { read: { ...read, text: read.text.toWellFormed() } } : { fault: NO_WORDS }
  } catch (error) {
    // Any other error is caused by the document; none of its text is trusted.
    return { fault: error instanceof Unreadable ? error.message : ODD }
  }
}

async function readKind({ kind, bytes, charset, address }: ToRead): Promise<ReadIn> {
  if (kind === 'pdf') return pdfText(bytes)
  if (kind === 'docx') return docxText(bytes)
  if (kind === 'xlsx') return xlsxText(bytes)
  if (kind === 'pptx') return pptxText(bytes)
  return htmlText(wordsOf(bytes, charset, true), address)
}
