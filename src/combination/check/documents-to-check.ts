import { type Paragraph, paragraphsOf, type Saying, sayingsOf } from '../compose/index.ts'
import { type Document, isDocument, parseDocument, readDocument } from '../documents/index.ts'
import type { Defect } from '../pages/index.ts'
import {
  countLines,
  linkPages,
  type ParsedPage,
  parsePage,
  readVaultFile,
  type Vault,
  type VaultFile,
} from '../vault/index.ts'

/** A document parsed for every rule: as it reads, and as it is written. */
export interface DocumentToCheck {
  document: Document
  paragraphs: readonly Paragraph[]
  /** Of its sentences those that may differ from another page's, or name a day. */
  sayings: readonly Saying[]
  /** Its text as written; of a page that is not UTF-8 it is not what its bytes say. */
  text: string
  /** Its names, links and citations, where it is a page in the page format. */
  page: ParsedPage | null
  /** What of it is malformed. */
  defects: readonly Defect[]
}

/** What is checked together, parsed once for all rules; from the files of a folder or the rows of a space. */
export interface DocumentsToCheck {
  vault: Vault
  documents: readonly DocumentToCheck[]
  /** The texts of sources by name. */
  sources: ReadonlyMap<string, string>
  /** Whether there is such a file, read or not. */
  exists: (path: string) => boolean
  now: string
}

const SAYS_HOW_MUCH = /\d|must|should|shall|may|can|need to|have to|required|recommended|allowed|supported|permitted/i
const mayDiffer = (markdown: string): boolean => SAYS_HOW_MUCH.test(markdown)

const toCheck = (document: Document, rest: Pick<DocumentToCheck, 'text' | 'page' | 'defects'>): DocumentToCheck => {
  const paragraphs = paragraphsOf(document)
  return { document, paragraphs, sayings: sayingsOf(paragraphs, document, mayDiffer), ...rest }
}

/** Parses the text of a page for the rules. Its path is its place among the pages that are checked with it. */
export function pageToCheck(path: string, text: string): DocumentToCheck {
  const { page, defects } = parsePage(path, text)
  return toCheck(parseDocument(path, text), { text, page, defects })
}

/** A page that is there by its name and has no text yet: others may link to it. */
export function pageWithoutText(path: string, title: string): DocumentToCheck {
  const names = { path, title: title.trim(), fields: new Map<string, unknown>() }
  const page = { ...names, aliases: [], marks: { links: [], citations: [] }, sketch: null }
  return toCheck({ ...names, lines: [], frontLines: 0, front: '', notes: [] }, { text: '', page, defects: [] })
}

/** What was parsed, to be checked together. */
interface Parsed extends Pick<DocumentsToCheck, 'documents' | 'sources' | 'now'> {
  /** Without it, every path is taken to be there: pages of a space stand in no folder. */
  exists?: DocumentsToCheck['exists']
  otherFiles?: ReadonlySet<string>
  /** Of files that are no documents. */
  defects?: readonly Defect[]
}

/** Takes parsed documents together: their links are resolved, their citations held against the sources. */
export function checkedTogether({
  documents,
  sources,
  otherFiles,
  defects = [],
  now,
  exists,
}: Parsed): DocumentsToCheck {
  const vault = linkPages({
    pages: documents.flatMap(({ page }) => page ?? []),
    sources: new Map([...sources].map(([name, text]) => [name, { lines: countLines(text) }])),
    defects: [...defects, ...documents.flatMap((one) => one.defects)],
    ...(otherFiles && { otherFiles }),
  })
  return { vault, documents, sources, exists: exists ?? (() => true), now }
}

/** Parses the files of a folder: pages and sources in the page format, and whatever other documents there are. */
export function filesToCheck(
  files: Iterable<VaultFile>,
  { now, exists }: Pick<DocumentsToCheck, 'now' | 'exists'>,
): DocumentsToCheck {
  const documents: DocumentToCheck[] = []
  const sources = new Map<string, string>()
  const otherFiles = new Set<string>()
  const malformed: Defect[] = []
  for (const file of files) {
    const read = readVaultFile(file)
    const { kind, defects } = read
    if (kind === 'page')
      documents.push(toCheck(parseDocument(read.page.path, read.text), { text: read.text, page: read.page, defects }))
    else malformed.push(...defects)
    if (kind === 'source') sources.set(read.name, read.text)
    if (kind !== 'other') continue
    otherFiles.add(read.name)
    const document = isDocument(file.path) ? readDocument(file.path, file.bytes) : null
    if (document && !('reason' in document)) documents.push(toCheck(document, { text: '', page: null, defects }))
  }
  return checkedTogether({ documents, sources, otherFiles, defects: malformed, now, exists })
}
