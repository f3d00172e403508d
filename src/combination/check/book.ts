import { type Paragraph, paragraphsOf, type Saying, sayingsOf } from '../compose/index.ts'
import { type Document, isDocument, readDocument } from '../documents/index.ts'
import { readVault, type Vault, type VaultFile, type VaultPage } from '../vault/index.ts'

/** A document of a folder to be checked: as it is read, and as it is written. */
export interface Leaf {
  document: Document
  paragraphs: readonly Paragraph[]
  /** Of its sentences those that may differ from another page's, or name a day. */
  sayings: readonly Saying[]
  /** Its text as written; of a page that is not UTF-8 it is not what its bytes say. */
  text: string
  /** Its names, links and citations, where it is a page in the page format. */
  page: VaultPage | null
}

/** A folder of pages, read once for all that is looked for. */
export interface Book {
  vault: Vault
  leaves: readonly Leaf[]
  /** The sources by name, as written. */
  sources: ReadonlyMap<string, string>
  /** Whether there is such a file in the folder, read or not. */
  exists: (path: string) => boolean
  now: string
}

const mayDiffer = (markdown: string) => SAYS_HOW_MUCH.test(markdown)
const SAYS_HOW_MUCH = /\d|must|should|shall|may|can|need to|have to|required|recommended|allowed|supported|permitted/i

/** Reads the files of a folder: pages and sources in the page format, and whatever other documents there are. */
export function openBook(files: Iterable<VaultFile>, now: string, exists: (path: string) => boolean): Book {
  const sources = new Map<string, string>()
  const leaves: Leaf[] = []
  const pages = new Map<string, { page: VaultPage; text: string }>()
  const vault = readVault(passing(), {
    page: (page, text) => pages.set(page.path, { page, text }),
    source: (name, text) => sources.set(name, text),
  })
  return { vault, leaves, sources, exists, now }

  function* passing(): Generator<VaultFile> {
    for (const file of files) {
      yield file
      const read = pages.get(file.path)
      // Asked for the next, the reader has read this one.
      if (!read && (/\.md$/i.test(file.path) || !isDocument(file.path))) continue
      const document = readDocument(file.path, file.bytes)
      if ('reason' in document) continue
      const paragraphs = paragraphsOf(document)
      const text = read?.text ?? ''
      const sayings = sayingsOf(paragraphs, document, mayDiffer)
      leaves.push({ document, paragraphs, sayings, text, page: read?.page ?? null })
    }
  }
}
