import mammoth from 'mammoth'
import { htmlText } from './html-text.ts'
import { measureZip } from './measure-zip.ts'
import { type ReadIn, Unreadable } from './read-in.ts'

/** Reads a Word document as Markdown: its headings, paragraphs, lists and tables; pictures are left out. */
export async function docxText(bytes: Uint8Array): Promise<ReadIn> {
  measureZip(bytes)
  const none = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: none, externalFileAccess: false })
    .catch(() => {
      throw new Unreadable(
        'It is no Word document that could be read: it may be damaged. Save it anew, and bring that.',
      )
    })
  return htmlText(value)
}
