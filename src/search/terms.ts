/**
 * Encodes terms with counts, ` cach=3 purg=2 `, so that one can be looked up without decoding all.
 */
export const writeTerms = (terms: ReadonlyMap<string, number>): string =>
  terms.size ? ` ${[...terms].map(([term, times]) => `${term}=${times}`).join(' ')} ` : ''

/** The count of a term in encoded terms. */
export function timesOf(written: string, term: string): number {
  const at = written.indexOf(` ${term}=`)
  return at < 0 ? 0 : Number.parseInt(written.slice(at + term.length + 2, at + term.length + 12), 10)
}

/** Decodes terms. */
export function readTerms(written: string): Map<string, number> {
  const terms = new Map<string, number>()
  for (let at = 1; at < written.length; ) {
    const equals = written.indexOf('=', at)
    const end = written.indexOf(' ', equals)
    terms.set(written.slice(at, equals), Number(written.slice(equals + 1, end)))
    at = end + 1
  }
  return terms
}

const [BUCKETS, SPACE, EQUALS] = [4096, 32, 61]

/**
 * Makes a decoder of only the wanted terms. Most terms are not wanted: a rolling hash rejects them
 * before they are sliced and compared.
 */
export function readerOf(wanted: ReadonlySet<string>): (written: string) => Map<string, number> {
  const hashes = new Uint8Array(BUCKETS)
  for (const term of wanted) hashes[hashOf(term)] = 1
  return (written) => {
    const terms = new Map<string, number>()
    let [from, hash] = [1, 0]
    for (let at = 1; at < written.length; at++) {
      const letter = written.charCodeAt(at)
      if (letter === SPACE) [from, hash] = [at + 1, 0]
      else if (letter !== EQUALS) hash = mix(hash, letter)
      else {
        const end = written.indexOf(' ', at)
        const term = hashes[hash] ? written.slice(from, at) : ''
        if (wanted.has(term)) terms.set(term, Number(written.slice(at + 1, end)))
        at = end - 1
      }
    }
    return terms
  }
}

const mix = (hash: number, letter: number) => (Math.imul(hash, 31) + letter) & (BUCKETS - 1)

function hashOf(term: string): number {
  let hash = 0
  for (let n = 0; n < term.length; n++) hash = mix(hash, term.charCodeAt(n))
  return hash
}

type Written = { title_terms: string; terms: string }

/** Reads the frequency of the wanted terms in a document's title and in its body. */
export type ReadTerms = (document: Written) => {
  titled: ReadonlyMap<string, number>
  written: ReadonlyMap<string, number>
}

/** Prepares a reader that parses each document once and remembers the result. */
export function readEachOnce(wanted: ReadonlySet<string>): ReadTerms {
  const read = readerOf(wanted)
  const known = new Map<Written, ReturnType<ReadTerms>>()
  return (document) => {
    let found = known.get(document)
    if (!found) {
      found = { titled: read(document.title_terms), written: read(document.terms) }
      known.set(document, found)
    }
    return found
  }
}

/** The distinct terms of a document. */
export const termsIn = (document: Written): Set<string> =>
  new Set([document.title_terms, document.terms].flatMap((written) => [...readTerms(written).keys()]))
