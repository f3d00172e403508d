import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const folder = new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json'))

/** Gives the PDF reader the tables (CMaps) of East Asian fonts that are not embedded in a document. */
export class Cmaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    // The name comes from the document.
    if (kind !== 'cMapUrl' || !/^[\w-]{1,60}\.bcmap$/.test(filename)) throw new Error('There is no such table.')
    return new Uint8Array(await readFile(fileURLToPath(new URL(filename, folder))))
  }
}
