/** Terms with how often each stands, as a document keeps them: ` cach=3 purg=2 `, so that one is found without reading all. */
export const writeTerms = (terms: ReadonlyMap<string, number>): string =>
  terms.size ? ` ${[...terms].map(([term, times]) => `${term}=${times}`).join(' ')} ` : ''

/** How often a term stands among written ones. */
export function timesOf(written: string, term: string): number {
  const at = written.indexOf(` ${term}=`)
  return at < 0 ? 0 : Number.parseInt(written.slice(at + term.length + 2, at + term.length + 12), 10)
}

/** Written terms as they were counted: all of them, or those that are wanted. */
export function readTerms(written: string, wanted?: ReadonlySet<string>): Map<string, number> {
  const terms = new Map<string, number>()
  for (let at = 1; at < written.length; ) {
    const equals = written.indexOf('=', at)
    const end = written.indexOf(' ', equals)
    const term = written.slice(at, equals)
    if (!wanted || wanted.has(term)) terms.set(term, Number(written.slice(equals + 1, end)))
    at = end + 1
  }
  return terms
}

/** Every term of a document once. */
export const termsIn = (document: { title_terms: string; terms: string }): Set<string> =>
  new Set([document.title_terms, document.terms].flatMap((written) => [...readTerms(written).keys()]))
