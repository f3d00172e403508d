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

/** A document parsed for all rules, with its text as written. */
export interface DocumentToCheck {
  document: Document
  paragraphs: readonly Paragraph[]
  /** The sentences that may contradict another page's, or name a day. */
  sayings: readonly Saying[]
  /** Its text; decoded and therefore different from the bytes if the file is not UTF-8. */
  text: string
  /** Its names, links and citations, if it is in the page format. */
  page: ParsedPage | null
  /** Its defects. */
  defects: readonly Defect[]
}

/**
 * The documents checked together, from files of a folder or rows of a space, parsed once for all
 * rules.
 */
export interface DocumentsToCheck {
  vault: Vault
  documents: readonly DocumentToCheck[]
  /** The texts of sources by name. */
  sources: ReadonlyMap<string, string>
  /** Whether a file exists, read or not. */
  exists: (path: string) => boolean
  now: string
}

const SAYS_HOW_MUCH = /\d|must|should|shall|may|can|need to|have to|required|recommended|allowed|supported|permitted/i
const mayDiffer = (markdown: string): boolean => SAYS_HOW_MUCH.test(markdown)

const toCheck = (document: Document, rest: Pick<DocumentToCheck, 'text' | 'page' | 'defects'>): DocumentToCheck => {
  const paragraphs = paragraphsOf(document)
  return { document, paragraphs, sayings: sayingsOf(paragraphs, document, mayDiffer), ...rest }
}

/**
 * Parses a page's text for the rules; the path identifies it among the pages checked with it, and a
 * page of a space is called by all names of its topic.
 */
export function pageToCheck(path: string, text: string, names?: ParsedPage['names']): DocumentToCheck {
  const { page, defects } = parsePage(path, text)
  return toCheck(parseDocument(path, text), { text, page: { ...page, ...(names && { names }) }, defects })
}

/** Makes a page without text, to which others may link. */
export function pageWithoutText(path: string, title: string, names: NonNullable<ParsedPage['names']>): DocumentToCheck {
  const called = { path, title: title.trim(), fields: new Map<string, unknown>() }
  const page = { ...called, names, aliases: [], marks: { links: [], citations: [] }, sketch: null }
  return toCheck({ ...called, lines: [], frontLines: 0, front: '', notes: [] }, { text: '', page, defects: [] })
}

/** Parsed documents to be checked together. */
interface Parsed extends Pick<DocumentsToCheck, 'documents' | 'sources' | 'now'> {
  /** By default every path counts as existing, since pages of a space have no folders. */
  exists?: DocumentsToCheck['exists']
  otherFiles?: ReadonlySet<string>
  /** Defects of files that are no documents. */
  defects?: readonly Defect[]
}

/** Joins parsed documents: resolves their links and checks their citations against the sources. */
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

/** Parses the files of a folder: pages and sources in the page format, and other documents. */
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
