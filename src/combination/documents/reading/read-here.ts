import type { FromReading } from './read-given.ts'

/**
 * Reads HTML in this very process, as `readGiven` does in a thread: for a command that has nobody else waiting, and a
 * folder of a thousand files, for each of which a thread would take longer to begin than to read.
 */
export async function readHtmlHere(bytes: Uint8Array): Promise<FromReading> {
  // What reads is large, and most commands read nothing.
  const { readAs } = await import('./read-as.ts')
  return readAs({ kind: 'html', bytes, charset: null })
}
