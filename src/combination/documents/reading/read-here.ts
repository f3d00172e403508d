import type { FromReading } from './read-given.ts'

/**
 * Reads HTML in this process, where `readGiven` uses another: for a command on which nobody else
 * waits, and for a folder of a thousand files, where each process would take longer to start than
 * to read.
 */
export async function readHtmlHere(bytes: Uint8Array): Promise<FromReading> {
  // The readers are large modules, and most commands read nothing.
  const { readAs } = await import('./read-as.ts')
  return readAs({ kind: 'html', bytes, charset: null })
}
