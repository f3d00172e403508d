/** Runs in a thread of its own: reads one document that somebody brought, whatever it turns out to be. */
import { parentPort, workerData } from 'node:worker_threads'
import { docxText } from './docx-text.ts'
import { htmlText } from './html-text.ts'
import { pdfText } from './pdf-text.ts'
import type { FromReading, ToRead } from './read-given.ts'
import { MOST_TEXT, NO_WORDS, type ReadIn, TOO_LONG, Unreadable } from './read-in.ts'
import { wordsOf } from './words-of.ts'

const ODD = 'It could not be read: something in it is not as it should be. Save it anew, or paste its words.'

if (parentPort) parentPort.postMessage(await reading(workerData as ToRead))

async function reading(given: ToRead): Promise<FromReading> {
  try {
    const read = await readAs(given)
    if (read.text.length > MOST_TEXT) return { fault: TOO_LONG }
    return /[\p{L}\p{N}]/u.test(read.text) ? { read: { ...read, text: read.text.toWellFormed() } } : { fault: NO_WORDS }
  } catch (error) {
    // What else goes wrong in a document is the document's doing: it is said, and nothing of it is trusted.
    return { fault: error instanceof Unreadable ? error.message : ODD }
  }
}

async function readAs({ kind, bytes, charset }: ToRead): Promise<ReadIn> {
  if (kind === 'pdf') return pdfText(bytes)
  if (kind === 'docx') return docxText(bytes)
  return htmlText(wordsOf(bytes, charset, true))
}
