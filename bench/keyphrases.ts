/** `keyphrases PATH`: ten key phrases of each document of a zip, against those that people gave it. */
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { keyPhraseReader } from '../src/combination/compose/key-phrases.ts'
import { isSmall } from '../src/combination/compose/phrases.ts'
import { stemOf } from '../src/search/index.ts'
import { type Bench, rounded, say } from './figures.ts'

const MOST = 10

/** A document of the zip with the phrases that people gave it. */
interface Given {
  name: string
  text: string
  phrases: string[]
}

/** Prints F@10, macro, of stemmed phrases that the document holds, and of all that it was given; TfIdf beside. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which zip: npm run bench -- keyphrases PATH')
  const given = await readGiven(path)
  say(`${given.length} documents`)
  const began = performance.now()
  const read = keyPhraseReader(given.map(({ text }) => text))
  const own = given.map(({ text }) => read(text, 2 * MOST).map(({ words }) => words))
  const seconds = (performance.now() - began) / 1000
  return {
    documents: given.length,
    ...measured(given, own),
    docsPerSecond: rounded(given.length / seconds),
    peers: {
      tfidf: measured(given, tfIdf(given, wholeRuns)),
      tfidfOfParts: measured(given, tfIdf(given, partsOfRuns)),
    },
  }
}

/** Reads `docsutf8/NAME.txt` and `keys/NAME.key`, a phrase a line, from a zip. */
async function readGiven(path: string): Promise<Given[]> {
  const files = new Map<string, string>()
  const zip = await fromBufferPromise(await readFile(path), { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const [, kind, name] = /(docsutf8|keys)\/([^/]+)\.(?:txt|key)$/.exec(entry.fileName) ?? []
    if (kind) files.set(`${kind}/${name}`, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))
  }
  return [...files].flatMap(([key, text]) => {
    const [kind, name = ''] = key.split('/')
    const phrases = (files.get(`keys/${name}`) ?? '').split('\n').filter((line) => line.trim())
    return kind === 'docsutf8' && phrases.length ? [{ name, text, phrases }] : []
  })
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** A phrase as it is compared: its words' stems. */
const stemmed = (phrase: string) =>
  wordsOf(phrase)
    .map((word) => stemOf(word, 'en'))
    .join(' ')

function measured(given: readonly Given[], offered: readonly string[][]) {
  let [held, all] = [0, 0]
  for (const [n, { text, phrases }] of given.entries()) {
    const gold = new Set(phrases.map(stemmed).filter(Boolean))
    const words = ` ${stemmed(text)} `
    const first = [...new Set((offered[n] ?? []).map(stemmed))].slice(0, MOST)
    held += f1(first, new Set([...gold].filter((phrase) => words.includes(` ${phrase} `))))
    all += f1(first, gold)
  }
  return { f10: rounded((100 * held) / given.length), f10All: rounded((100 * all) / given.length) }
}

function f1(offered: readonly string[], gold: ReadonlySet<string>): number {
  const right = offered.filter((phrase) => gold.has(phrase)).length
  return right === 0 ? 0 : (2 * right) / (MOST + gold.size)
}

/** The usual recipe: how often a phrase stands here, by how few other documents have it. */
function tfIdf(given: readonly Given[], phrasesOf: (run: string[]) => string[][]): string[][] {
  const counted = given.map(({ text }) => countedIn(text, phrasesOf))
  const having = new Map<string, number>()
  for (const phrases of counted) for (const one of phrases.keys()) having.set(one, (having.get(one) ?? 0) + 1)
  return counted.map((phrases) =>
    [...phrases]
      .map(([phrase, times]) => ({ phrase, score: times * Math.log2(given.length / (having.get(phrase) ?? 1)) }))
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST)
      .map(({ phrase }) => phrase),
  )
}

/** A run of words between small ones and punctuation, as it is: nearest to the noun phrases of who has a tagger. */
const wholeRuns = (run: string[]) => (run.length <= 5 ? [run] : [])

/** All parts of a run of up to three words. */
const partsOfRuns = (run: string[]) =>
  run.flatMap((_, at) => [1, 2, 3].flatMap((length) => (at + length <= run.length ? [run.slice(at, at + length)] : [])))

function countedIn(text: string, phrasesOf: (run: string[]) => string[][]): Map<string, number> {
  const counted = new Map<string, number>()
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|[^\s]/gu) ?? []
  let run: string[] = []
  for (const token of [...tokens, '.']) {
    if (/[\p{L}\p{N}]/u.test(token) && !isSmall(token)) run.push(token)
    else {
      for (const phrase of phrasesOf(run).map((words) => stemmed(words.join(' ')))) {
        if (phrase) counted.set(phrase, (counted.get(phrase) ?? 0) + 1)
      }
      run = []
    }
  }
  return counted
}
