/** A vault of made pages: words by Zipf's law, links, citations, aliases and figures, with a known share of what is wrong. */
import type { VaultFile } from '../src/combination/vault/read-vault.ts'

const WORDS = 12_000
const PARAGRAPHS = 9
const LINES = 40

/** Makes so many pages, and a source for every tenth, the same each time. */
export function* madePages(pages: number): Generator<VaultFile> {
  const next = dice(7)
  const sources = Math.ceil(pages / 10)
  for (let n = 0; n < sources; n++) yield file(`sources/source-${n}.md`, sourceText(n, next))
  for (let n = 0; n < pages; n++) yield file(`wiki/concepts/topic-${n}.md`, pageText(n, pages, sources, next))
}

const encoder = new TextEncoder()
const file = (path: string, text: string): VaultFile => ({ path, bytes: encoder.encode(text) })

function sourceText(n: number, next: () => number): string {
  const lines = Array.from({ length: LINES }, () => sentence(next))
  return `---\ntitle: Source ${n}\nsource: https://example.org/${n}\ningestedAt: "2026-03-01T09:00:00.000Z"\n---\n\n${lines.join('\n')}\n`
}

function pageText(n: number, pages: number, sources: number, next: () => number): string {
  const to = () => Math.floor(next() * pages * 1.02)
  const paragraph = () => {
    const said = Array.from({ length: 4 }, () => sentence(next)).join(' ')
    const from = 6 + Math.floor(next() * (LINES + 1))
    const cite = next() < 0.95 ? ` ^[source-${Math.floor(next() * sources)}.md:${from}-${from + 2}]` : ''
    return `${said} See [[topic-${to()}]].${cite}`
  }
  const body = Array.from({ length: PARAGRAPHS }, (_, at) => `${at % 3 ? '' : `## Part ${at}\n\n`}${paragraph()}`)
  const front = `title: Topic ${n}\nupdatedAt: "2026-04-01T09:00:00.000Z"\ntags:\n  - made\naliases:\n  - T${n % (pages - 50)}`
  return `---\n${front}\n---\n\n${body.join('\n\n')}\n`
}

function sentence(next: () => number): string {
  const words = Array.from({ length: 12 }, () => `w${Math.floor(WORDS ** next())}`)
  if (next() < 0.2) words.splice(6, 0, `${Math.ceil(next() * 90)} minutes`)
  if (next() < 0.3) words.splice(3, 0, next() < 0.5 ? 'must' : 'must not')
  return `The ${words.join(' ')}.`
}

/** The same numbers from the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
