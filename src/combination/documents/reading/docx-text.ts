import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { docxPlain, TEX_STYLE, TITLE_STYLE } from './docx-plain.ts'
import { stylesOf } from './docx-styles.ts'
import { htmlText } from './html-text.ts'
import { type Office, openOffice } from './open-office.ts'
import { damaged, type ReadIn } from './read-in.ts'
import { elementIn, textOf, writeXml } from './xml.ts'

const KIND = 'Word document'
const PARTS = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/
/** A link from a note back to its place. */
const BACK = / <a href="#(?:foot|end)note-ref-[^"]{0,50}">↑<\/a>/g

/**
 * Reads a Word document as Markdown: its headings, paragraphs, lists, tables, notes and equations;
 * pictures, hidden and struck words and deletions are left out.
 */
export async function docxText(bytes: Uint8Array): Promise<ReadIn> {
  const office = openOffice(bytes, KIND)
  const styles = stylesOf(office.xml('word/styles.xml'))
  const plain = Object.fromEntries(
    [...office.parts].map(([name, part]) => {
      const root = PARTS.test(name) ? office.xml(name) : undefined
      return [name, root ? strToU8(writeXml(docxPlain(root, styles))) : part]
    }),
  )
  const none = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(zipSync(plain, { level: 0 })) },
      {
        convertImage: none,
        externalFileAccess: false,
        styleMap: [`p.${TITLE_STYLE} => h1.title:fresh`, `r.${TEX_STYLE} => tex-words:fresh`],
      },
    )
    .catch(() => {
      throw damaged(KIND)
    })
  const read = htmlText(value.replaceAll(BACK, ''))
  const title = /<h1 class="title">/.test(value)
    ? htmlText(value.slice(value.indexOf('<h1 class="title">'))).title
    : read.title
  return { ...read, title: title ?? titleSaid(office) }
}

/** The title in a document's properties. */
export function titleSaid(office: Office): string | null {
  const title = elementIn(office.xml('docProps/core.xml'), 'title')
  return (title && textOf(title).trim().slice(0, 300)) || null
}
