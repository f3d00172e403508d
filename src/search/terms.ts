/** Terms with how often each stands, as a document keeps them: ` cach=3 purg=2 `, so that one is found without reading all. */
export const writeTerms = (terms: ReadonlyMap<string, number>): string =>
  terms.size ? ` ${[...terms].map(([term, times]) => `${term}=${times}`).join(' ')} ` : ''

/** How often a term stands among written ones. */
export function timesOf(written: string, term: string): number {
  const at = written.indexOf(` ${term}=`)
  return at < 0 ? 0 : Number.parseInt(written.slice(at + term.length + 2, at + term.length + 12), 10)
}

/** Written terms as they were counted. */
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
 * Prepares to read those of written terms that are wanted. Most are not: a hash of a term's letters says so before it is
 * cut out and compared.
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
      else if (letter !== EQUALS) hash = mixed(hash, letter)
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

const mixed = (hash: number, letter: number) => (Math.imul(hash, 31) + letter) & (BUCKETS - 1)

function hashOf(term: string): number {
  let hash = 0
  for (let n = 0; n < term.length; n++) hash = mixed(hash, term.charCodeAt(n))
  return hash
}

type Written = { title_terms: string; terms: string }

/** Reads how often the terms that are wanted stand in a document's title and in the rest of it. */
export type ReadTerms = (document: Written) => {
  titled: ReadonlyMap<string, number>
  written: ReadonlyMap<string, number>
}

/** Prepares to read documents, each only the first time that it is asked for. */
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

/** Every term of a document once. */
export const termsIn = (document: Written): Set<string> =>
  new Set([document.title_terms, document.terms].flatMap((written) => [...readTerms(written).keys()]))
