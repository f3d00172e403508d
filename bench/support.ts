/** `support PATH`: which sentences are supported by the lines they cite, on sentences made true and false from a folder of documents. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDocument, paragraphsOf, readDocument, sayingsOf } from '../src/combination/index.ts'
import { doubtOf } from '../src/combination/pages/written/support.ts'
import { type Bench, rounded } from './figures.ts'

/** A sentence with what it cites, whether that says so, and how it was made. */
interface Made {
  sentence: string
  cited: string[]
  holds: boolean
  how: string
}

/** Prints precision and recall of finding what is not supported, and how much of each kind of it is found. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder: npm run bench -- support PATH')
  const made = madeFrom(documentsIn(path))
  const began = performance.now()
  const told = made.map((one) => ({ ...one, doubt: doubtOf(one.sentence, one.cited) }))
  const seconds = (performance.now() - began) / 1000
  if (process.env.BENCH_SHOW) {
    for (const one of told
      .filter(({ holds, doubt }) => holds !== (doubt === null))
      .slice(0, Number(process.env.BENCH_SHOW)))
      console.error(`${one.how} ${one.doubt}\n  ${one.sentence}\n  < ${one.cited.join(' | ').slice(0, 400)}`)
  }
  const naive = made.map((one) => ({ ...one, doubt: halfStands(one) ? null : 'words' }))
  return {
    sentences: made.length,
    ...measured(told),
    perSecond: Math.round(made.length / seconds),
    peers: { halfOfItsWords: measured(naive) },
  }
}

/** The plain way: half of its longer words stand in what it cites. */
function halfStands({ sentence, cited }: Made): boolean {
  const words = sentence.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  const there = cited.join(' ').toLowerCase()
  return words.filter((word) => there.includes(word)).length >= words.length / 2
}

function measured(told: readonly (Made & { doubt: string | null })[]) {
  const marked = told.filter(({ doubt }) => doubt !== null)
  const wrong = told.filter(({ holds }) => !holds)
  const found = marked.filter(({ holds }) => !holds)
  const kinds = [...Map.groupBy(told, ({ how }) => how)].map(([how, all]) => {
    const right = all.filter(({ holds, doubt }) => holds === (doubt === null))
    return [how, rounded(right.length / all.length)] as const
  })
  return {
    precision: rounded(found.length / marked.length),
    recall: rounded(found.length / wrong.length),
    right: Object.fromEntries(kinds.sort()),
  }
}

interface Line {
  words: string
  paragraph: string
}

function documentsIn(path: string): Line[][] {
  const files = (readdirSync(path, { recursive: true }) as string[]).filter(isDocument).sort()
  return files.flatMap((name) => {
    const document = readDocument(name, readFileSync(join(path, name)))
    if ('reason' in document) return []
    const paragraphs = paragraphsOf(document).filter(({ kind }) => kind === 'prose')
    const lines = paragraphs.flatMap((one) => {
      const all = sayingsOf([one], document)
      const paragraph = all.map(({ words }) => words).join(' ')
      return all.flatMap(({ words }) => (isSentence(words) ? [{ words, paragraph }] : []))
    })
    return lines.length > 3 ? [lines] : []
  })
}

const isSentence = (words: string) =>
  /^[A-Z][^|<>{}]+[.!]$/.test(words) && words.length > 40 && words.length < 300 && !/https?:/.test(words)

const MOST = 4000

function madeFrom(documents: readonly Line[][]): Made[] {
  const lot = dice(20260504)
  const made = documents.flatMap((lines) => lines.flatMap((line, n) => madeOf(line, n, lines, lot)))
  const step = Math.max(1, made.length / MOST)
  return Array.from({ length: Math.min(MOST, made.length) }, (_, n) => made[Math.floor(n * step)] as Made)
}

function madeOf(line: Line, n: number, lines: readonly Line[], lot: (most: number) => number): Made[] {
  const cited = [line.paragraph]
  const far = lines[(n + 2 + lot(Math.max(1, lines.length - 4))) % lines.length] as Line
  const makes = (holds: boolean) => (how: string, sentence: string | null) =>
    sentence && sentence !== line.words ? [{ sentence, cited, holds, how: `${holds ? 'true' : 'false'}: ${how}` }] : []
  const [yes, no] = [makes(true), makes(false)]
  const other = far.paragraph !== line.paragraph && !line.paragraph.includes(far.words)
  return [
    { sentence: line.words, cited, holds: true, how: 'true: as it stands' },
    ...yes('other words', otherWords(line.words)),
    ...yes('turned clauses', turnedClauses(line.words)),
    ...yes('shortened', shortened(line.words)),
    ...(other
      ? [
          { sentence: line.words, cited: [far.paragraph], holds: false, how: 'false: other lines' },
          ...no('claim added', added(line.words, far.words)),
          ...no('name swapped', nameSwapped(line.words, line.paragraph, far.words)),
        ]
      : []),
    ...no('figure changed', figureChanged(line.words, line.paragraph, lot)),
    ...no('negated', negated(line.words)),
    ...no('strength changed', strengthChanged(line.words)),
    ...no('quantity changed', quantityChanged(line.words)),
  ]
}

const WORDS: [RegExp, string][] = [
  [/\bIt's\b/g, 'It is'],
  [/\bdon't\b/g, 'do not'],
  [/\bcan't\b/g, 'cannot'],
  [/\byou're\b/g, 'you are'],
  [/\bWe\b/, 'The team'],
  [/\bshould\b/, 'ought to'],
  [/\bmust\b/, 'have to'],
  [/\b(?:use|uses)\b/, 'make use of'],
  [/\bcreate\b/, 'make'],
  [/\bensure\b/, 'make sure'],
  [/\bneed to\b/, 'must'],
  [/\bin order to\b/, 'to'],
  [/\bsuch as\b/, 'like'],
  [/\bfor example\b/i, 'for instance'],
  [/\bhelps?\b/, 'assists'],
  [/\blarge\b/, 'big'],
  [/\bbecause\b/, 'since'],
  [/\btwo\b/, '2'],
  [/\bthree\b/, '3'],
]

const otherWords = (words: string) => WORDS.reduce((text, [from, to]) => text.replace(from, to), words)

function turnedClauses(words: string): string | null {
  const [, first, rest] = /^((?:If|When|Once|After|Before) [^,]+), ([^,]+)\.$/.exec(words) ?? []
  if (!first || !rest) return null
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)} ${first.charAt(0).toLowerCase()}${first.slice(1)}.`
}

function shortened(words: string): string | null {
  const short = words.replace(/ \([^)]*\)/g, '').replace(/, (?:which|such as|including|for example) [^,.]+(?=[.,])/, '')
  return short.length > 40 ? short : null
}

const added = (words: string, far: string) => {
  const clause = far.replace(/[.!]$/, '')
  return `${words.replace(/[.!]$/, '')}, and ${clause.charAt(0).toLowerCase()}${clause.slice(1)}.`
}

const NAME = /(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g
function nameSwapped(words: string, paragraph: string, far: string): string | null {
  const name = words.match(NAME)?.[0]
  const other = far.match(NAME)?.find((one) => !paragraph.toLowerCase().includes(one.toLowerCase()))
  return name && other ? words.replace(name, other) : null
}

function figureChanged(words: string, paragraph: string, lot: (most: number) => number): string | null {
  const figure = words.match(/\b\d{1,3}\b(?![.\d])/)?.[0]
  const other = String(Number(figure) + 1 + lot(9))
  return figure && !paragraph.includes(other) ? words.replace(new RegExp(`\\b${figure}\\b`), other) : null
}

function negated(words: string): string | null {
  if (/\b(?:not|no|never|without)\b|n['’]t\b/i.test(words)) {
    const plain = words.replace(/\b(do|does|should|must|can|is|are|will|would)(?: not|n['’]t) /, '$1 ')
    return plain === words ? null : plain
  }
  const plain = words.replace(/\b(is|are|should|must|can|will) (?!not)/, '$1 not ')
  return plain === words ? null : plain
}

function strengthChanged(words: string): string | null {
  if (/\bmust\b/.test(words)) return words.replace(/\bmust\b/, 'may')
  if (/\b(?:should|can|may|might)\b/.test(words)) return words.replace(/\b(?:should|can|may|might)\b/, 'must')
  return null
}

function quantityChanged(words: string): string | null {
  if (/\b(?:some|many|most|often|usually|sometimes)\b/.test(words))
    return words.replace(/\b(?:some|many|most)\b/, 'all').replace(/\b(?:often|usually|sometimes)\b/, 'always')
  if (/\b(?:all|every|always)\b/.test(words))
    return words
      .replace(/\ball\b/, 'some')
      .replace(/\bevery\b/, 'some')
      .replace(/\balways\b/, 'sometimes')
  return null
}

/** The same throws in every run. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}
