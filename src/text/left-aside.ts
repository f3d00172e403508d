import { linesOfFront } from './front/split-front.ts'
import { leavesByLine } from './leaves.ts'

/** What a file of a folder is judged by beside its name: which files are read, and the others there. */
export interface Beside {
  isRead: (path: string) => boolean
  has: (path: string) => boolean
  /** The text of a file, or undefined if it is not there or no text. */
  text: (path: string) => string | undefined
}

/**
 * Why a file is none that is read, and what would do; null if it may be read. A picture or the like
 * that pages embed has no reason: it is a file of theirs.
 */
export function asideOf(path: string, beside: Beside): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    lockOrEvicted(name) ??
    conflicted(path, name) ??
    drawing(name) ??
    otherKind(path, name, beside) ??
    byText(path, name, beside)
  )
}

/** The document of which iCloud keeps only the name here: `.Plan.md.icloud`. */
export const evictedIn = (path: string): string | null => {
  const [, folder = '', name] = /^(.*\/)?\.([^/]+)\.icloud$/.exec(path) ?? []
  return name === undefined ? null : folder + name
}

function lockOrEvicted(name: string): string | null {
  const [, locked] = /^(?:~\$|\.~lock\.|\.#)(.+?)#?$/.exec(name) ?? []
  if (locked && HAS_WORDS.test(locked))
    return 'It is the lock of a document that is open somewhere, no document. Close the document, and it goes.'
  const [, kept] = /^#?(.+?)(?:#|~|\.(?:bak|orig|swp|swo))$/.exec(name.replace(/^\./, '')) ?? []
  if (kept && HAS_WORDS.test(kept))
    return 'It is a copy that an editor keeps while it works, or before. Delete it, or rename it to have it read.'
  if (evictedIn(name))
    return 'iCloud keeps this file elsewhere; only its name is here. Open it once, or choose Download Now in the Finder, and bring it again.'
  return null
}

const HAS_WORDS = /\.(?:md|markdown|mdx|txt|html?|docx?|odt|pdf|pptx?|xlsx?|rtf|tex|canvas)$/i
const IN_BRACKETS =
  /[ _-]*[([][^()[\]]*(?:conflict|konflikt|conflit|conflito|conflitto|конфликт|競合|冲突|衝突|충돌)[^()[\]]*[)\]]/iu
const SYNCTHING = /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?(?=\.|$)/
const OWNCLOUD = /_conflict-\d{8}-\d{6}(?=\.|$)/

/** Copies that a sync program names as conflicted: Syncthing, Dropbox, Nextcloud, Obsidian Sync and others. */
function conflicted(path: string, name: string): string | null {
  const mark = [SYNCTHING, OWNCLOUD, IN_BRACKETS].find((one) => one.test(name))
  if (!mark || !HAS_WORDS.test(name)) return null
  return copyReason(name.replace(mark, ''), `a conflicted copy of ${path.slice(0, -name.length)}`)
}

const copyReason = (original: string, what: string) =>
  `It is ${what}${original}. Write what holds into ${original} and delete this one, or give it a name of its own.`

function drawing(name: string): string | null {
  if (/\.canvas$/i.test(name))
    return 'It is a canvas of Obsidian, which is not read; the notes on it are. Write what only stands on it into a note.'
  if (/\.base$/i.test(name))
    return 'It is a view of Obsidian on other notes, which are read; it says nothing of its own.'
  return /\.excalidraw(?:\.md)?$/i.test(name)
    ? 'It is a drawing of Excalidraw, which is not read. Write what it says into a note.'
    : null
}

const OTHER_KINDS: readonly [RegExp, string, string][] = [
  [
    /\.(?:docx|pdf)$/i,
    'a document that is read by itself',
    'Bring it by itself: `whorl bring`, or Bring something in.',
  ],
  [/\.(?:gdoc|gsheet|gslides)$/i, 'only a link to a document of Google', 'Download the document and bring that.'],
  [
    /\.(?:doc|odt|rtf|pages|wpd|epub)$/i,
    'a document of a kind that is not read',
    'Save it as Word (.docx), PDF or Markdown.',
  ],
  [/\.(?:xlsx?|ods|numbers|csv|tsv)$/i, 'a table of a kind that is not read here', 'Save what it says as Markdown.'],
  [/\.(?:pptx?|odp|key)$/i, 'a set of slides, which is not read here', 'Save it as PDF and bring that.'],
  [
    /\.(?:rst|adoc|asciidoc|org|textile|wiki|mediawiki|tex)$/i,
    'text in a form that is not read',
    'Convert it to Markdown, with pandoc for instance.',
  ],
  [/\.(?:enex|one|opml|ipynb)$/i, 'an export that is not read', 'Export it as Markdown or HTML.'],
]

function otherKind(path: string, name: string, { isRead }: Beside): string | null {
  if (isRead(path) || name.startsWith('.')) return null
  const [, what, wayOut] = OTHER_KINDS.find(([pattern]) => pattern.test(name)) ?? []
  return what === undefined ? null : `It is ${what}. ${wayOut}`
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i

/** What only the text can tell: copies named by a number, unfilled templates, tables of contents. */
function byText(path: string, name: string, beside: Beside): string | null {
  if (/\.csv$/i.test(name) && !/_all\.csv$/i.test(name) && beside.has(path.replace(/\.csv$/i, '_all.csv')))
    return 'The same table stands whole in the file of this name with _all, which is read.'
  if (!MARKDOWN.test(name)) return null
  const original = originalsOf(path).find((one) => beside.has(one))
  if (original !== undefined && isCopy(beside.text(path), beside.text(original), original))
    return copyReason(original.slice(original.lastIndexOf('/') + 1), 'a copy of ')
  if (IN_TEMPLATES.test(path) && UNFILLED.test(withoutCode(beside.text(path) ?? '')))
    return 'It is a template that waits to be filled in, no page. Move it out of its folder if it is one.'
  return /^SUMMARY\.md$/.test(name) && isOnlyLinks(beside.text(path) ?? '')
    ? 'It is a table of contents for GitBook or mdBook: it leads to pages and says nothing itself.'
    : null
}

/**
 * The files that one could be a copy of by its name alone: `A 2.md` of the Finder, `A (1).md` of
 * Google Drive, `A copy.md`, `A - Copy.md`, `A-LAPTOP-4F2.md` of OneDrive.
 */
export function originalsOf(path: string): string[] {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^./]+)$/s.exec(path) ?? []
  const patterns = [
    / \d{1,2}$/,
    / ?\(\d{1,2}\)$/,
    / ?-? ?(?:copy|Copy|Kopie|[Cc]opie|[Cc]opia|コピー)(?: ?\(?\d{1,2}\)?)?$/,
    /のコピー$/,
    / 副本$/,
  ]
  const bare = patterns.flatMap((one) => (one.test(stem) ? [stem.replace(one, '')] : []))
  const device = DEVICE.exec(stem)?.[1]
  return [...bare, ...(device ? [device] : [])].filter((one) => /[^/]$/.test(one)).map((one) => one + ending)
}

/** OneDrive adds the name of a computer: in capitals with a digit, or one that says what it is. */
const DEVICE =
  /^(.+?)-(?:[A-Z][A-Z0-9]*\d[A-Z0-9-]*|(?:[\w’']{1,30}[- ]){0,3}(?:desktop|laptop|macbook|imac|iphone|ipad|surface|pc|mac|win)(?:[- ]\w{1,30}){0,3})$/i

const [ALIKE, FEW_WORDS] = [0.8, 40]

/** Whether a text is a copy of another: it has its heading and is short, or most of its words. */
function isCopy(text: string | undefined, original: string | undefined, path: string): boolean {
  if (text === undefined || original === undefined) return false
  const [one, other] = [wordsIn(text), wordsIn(original)]
  const both = Math.max(one.size, other.size)
  if (both === 0 || one.intersection(other).size / both > ALIKE) return true
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
  const heading = /^#[ \t]+(.+?)[ \t]*$/m.exec(text)?.[1]
  return heading === stem && both <= FEW_WORDS
}

const wordsIn = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, 200_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  )

const IN_TEMPLATES = /(?:^|\/)[\d_. -]*(?:templates?|vorlagen?|modèles?|plantillas?|archetypes|テンプレート)\//i
const UNFILLED =
  /\{\{\s*(?:title|date|time|today|name|[\w-]+:[A-Z])|<%[^%]{0,300}\btp\b|\{\{-?\s*(?:replace\s+)?\.(?:Name|Date|File|TranslationBaseName|Site)/i

/** A page about templates shows them in code. */
function withoutCode(text: string): string {
  const lines = text.split('\n')
  const front = linesOfFront(text)
  const leaves = leavesByLine(lines.slice(front))
  return lines
    .map((line, n) => (n >= front && leaves[n - front]?.kind === 'code' ? '' : line.replace(/`[^`]*`/g, '')))
    .join('\n')
}

function isOnlyLinks(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^#/.test(line))
  return (
    lines.length > 0 &&
    lines.filter((line) => /^\s*[-*+]\s+\[[^\]]*\]\([^)]*\)/.test(line)).length >= 0.7 * lines.length
  )
}
