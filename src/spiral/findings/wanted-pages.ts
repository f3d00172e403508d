import { nameIndex, wantedKey } from '../../combination/index.ts'
import { scanMarks } from '../../text/index.ts'
import type { Finding, Said, Where } from './finding.ts'

type Wanted = { labels: Map<string, number>; pages: Set<string>; words: string; where: Where }

const FILE = /\.[a-z0-9]{2,5}$/i
const LEAST = 3

/** Finds pages that many others link to and nobody has written. */
export function wantedPages(said: readonly Said[]): Finding[] {
  const pages = said.map(({ document }) => ({
    path: document.path,
    title: document.title,
    aliases: [document.fields.get('aliases') ?? []].flat().map(String),
  }))
  const index = nameIndex(pages)
  const wanted = new Map<string, Wanted>()
  for (const { document, sayings } of said) {
    const { path, lines } = document
    for (const { target, label, line, embed } of scanMarks(lines.join('\n')).links) {
      if (!target || embed || FILE.test(target) || index.resolve(target, path)) continue
      const key = wantedKey(target)
      const saying = sayings.find(({ fromLine, toLine }) => fromLine <= line && line <= toLine)
      const there: Wanted = wanted.get(key) ?? {
        labels: new Map(),
        pages: new Set(),
        words: '',
        where: { path, fromLine: line, toLine: line },
      }
      // A sentence is a better quotation than a list of links.
      if (saying && saying.kind === 'prose' && !there.words) {
        there.words = saying.words
        there.where = { path, fromLine: saying.fromLine, toLine: saying.toLine }
      }
      there.pages.add(path)
      there.labels.set(label, (there.labels.get(label) ?? 0) + 1)
      wanted.set(key, there)
    }
  }
  const most = Math.max(...[...wanted.values()].map((one) => one.pages.size), LEAST)
  return [...wanted.values()]
    .filter((one) => one.pages.size >= LEAST)
    .sort((a, b) => b.pages.size - a.pages.size)
    .map(({ labels, pages: from, words, where }) => {
      const [name = ''] = [...labels].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? []
      return {
        kind: 'unexplained-term' as const,
        about: name,
        line: `${from.size} pages link to “${name}”, and nobody has written that page.`,
        words: [words || name],
        where: [where],
        button: 'Who can say what it is?',
        weight: 0.7 + (0.3 * from.size) / most,
      }
    })
}
