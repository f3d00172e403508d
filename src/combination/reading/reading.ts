/** Runs in a thread of its own: reads one document that somebody brought, whatever it turns out to be. */
import { parentPort, workerData } from 'node:worker_threads'
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

/** Reads it with what reads its kind: to load all three would take longer than most documents do. */
async function readAs({ kind, bytes, charset }: ToRead): Promise<ReadIn> {
  if (kind === 'pdf') return (await import('./pdf-text.ts')).pdfText(bytes)
  if (kind === 'docx') return (await import('./docx-text.ts')).docxText(bytes)
  return (await import('./html-text.ts')).htmlText(wordsOf(bytes, charset, true))
}
