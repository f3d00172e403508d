import { blocksIn } from '../../text/index.ts'
import { nameKey } from './name-key.ts'
import { isSmall, phraseWord } from './phrases.ts'

/** A topic that a page may link to: its title and the keys of its names. */
export interface Linkable {
  title: string
  keys: readonly string[]
}

/** A token that is left alone (fence, code, link, citation, address, tag), or a word. */
const PIECE =
  /(`+)[\s\S]*?\1|!?\[\[[^[\]]*\]\]|\^\[[^[\]]*\]|!?\[[^[\]]*\]\([^()]*\)|<[^<>\s][^<>]*>|(?:https?:\/\/|www\.)\S+|\\.|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.+#-]*[\p{L}\p{N}\p{M}+#])?/gu
const WORD = /^[\p{L}\p{N}]/u
const MOST_WORDS = 6
const MOST_LINKS = 15

/** Titles by the keys of their names, and the first words of all keys. */
export interface Names {
  titles: ReadonlyMap<string, string>
  firsts: ReadonlySet<string>
}

/** Indexes the names of topics; a name of two topics means neither. */
export function namesToLink(topics: readonly Linkable[]): Names {
  const names = new Map<string, string>()
  const shared = new Set<string>()
  for (const { title, keys } of topics)
    for (const key of keys) {
      if (names.has(key) && names.get(key) !== title) shared.add(key)
      names.set(key, title)
    }
  for (const key of shared) names.delete(key)
  return { titles: names, firsts: new Set([...names.keys()].map((key) => key.split(' ', 1)[0] ?? '')) }
}

/**
 * Links the first mention of each topic in a page's blocks. The longest name wins; headings, code,
 * tables, existing links and the page itself are skipped. Returns the blocks and the linked titles.
 */
export function linkNames(
  blocks: readonly string[],
  names: Names,
  own: Linkable,
): { blocks: string[]; linked: string[] } {
  const linked = new Set<string>()
  const done = blocks.map((block) => (isLinkable(block) ? linkBlock(block, names, own, linked) : block))
  return { blocks: done, linked: [...linked] }
}

/** Whether a block is text: no heading, code or table, nor a single table row. */
const isLinkable = (block: string) =>
  !block.startsWith('|') && !/^(?:heading|code|table)$/.test(blocksIn(block)[0]?.kind ?? '')

function linkBlock(block: string, names: Names, own: Linkable, linked: Set<string>): string {
  const pieces = [...block.matchAll(PIECE)].map((match) => ({ words: match[0], at: match.index }))
  let [text, from] = ['', 0]
  for (let n = 0; n < pieces.length; n++) {
    const found = longestAt(pieces, n, block, names)
    if (!found) continue
    const { title, count, key } = found
    const [first, last] = [pieces[n], pieces[n + count - 1]]
    if (!first || !last) continue
    n += count - 1
    if (linked.has(title) || linked.size >= MOST_LINKS || title === own.title || own.keys.includes(key)) continue
    linked.add(title)
    const words = block.slice(first.at, last.at + last.words.length)
    text += block.slice(from, first.at) + (words === title ? `[[${title}]]` : `[[${title}|${words}]]`)
    from = last.at + last.words.length
  }
  return text + block.slice(from)
}

function longestAt(pieces: readonly { words: string; at: number }[], n: number, block: string, names: Names) {
  const run: string[] = []
  // A quick filter: most words begin no name.
  if (!names.firsts.has(firstOf(pieces[n]?.words ?? ''))) return null
  for (let m = n; m < pieces.length && run.length < MOST_WORDS; m++) {
    const [piece, before] = [pieces[m], pieces[m - 1]]
    if (!piece || !WORD.test(piece.words)) break
    // The words of a name are separated by one space.
    if (m > n && before && block.slice(before.at + before.words.length, piece.at) !== ' ') break
    run.push(piece.words)
  }
  for (let count = run.length; count > 0; count--) {
    // `Sending alerts` is about alerts, not about sending.
    if (count === 1 && /ing$/.test(run[0] ?? '') && run[1] && !isSmall(run[1].toLowerCase())) return null
    const words = run.slice(0, count).join(' ')
    const key = nameKey(words)
    const title = names.titles.get(key)
    if (title && isMeant(words, title, run)) return { title, count, key }
  }
  return null
}

const firstOf = (words: string) => phraseWord(words.split(/[-_/]/, 1)[0] ?? '').toLowerCase()

/**
 * Whether the words mean the topic: a short name must match exactly (`Go` is not `go`), and a name
 * begins with no article.
 */
function isMeant(words: string, title: string, run: readonly string[]): boolean {
  if (/[|[\]\n]/.test(title) || isSmall(run[0]?.toLowerCase() ?? '')) return false
  return words.length > 3
    ? /^\p{Lu}{2,}/u.test(title) === /^\p{Lu}{2,}/u.test(words) || title.length > 5
    : words === title
}
