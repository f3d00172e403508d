/** Terms with how often each stands, as a document keeps them: ` cach=3 purg=2 `, so that one is found without reading all. */
export const writeTerms = (terms: ReadonlyMap<string, number>): string =>
  terms.size ? ` ${[...terms].map(([term, times]) => `${term}=${times}`).join(' ')} ` : ''

/** How often a term stands among written ones. */
export function timesOf(written: string, term: string): number {
  const at = written.indexOf(` ${term}=`)
  return at < 0 ? 0 : Number.parseInt(written.slice(at + term.length + 2, at + term.length + 12), 10)
}

/** Every term of a document once. */
export function termsIn(document: { title_terms: string; terms: string }): Set<string> {
  const terms = new Set<string>()
  for (const written of [document.title_terms, document.terms]) {
    for (const one of written.split(' ')) if (one) terms.add(one.slice(0, one.lastIndexOf('=')))
  }
  return terms
}
