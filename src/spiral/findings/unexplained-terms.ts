import { saidIn } from '../../combination/index.ts'
import { type Finding, type Said, whereSaid } from './finding.ts'

/** Abbreviations that need no explanation, or are no terms. */
const KNOWN = new Set(
  (
    'AM PM OK TV CD DVD PC USB ID IDs UK US USA EU UN GB MB KB TB GHz CEO CTO CFO HR IT PDF CSV XML JSON YAML HTML CSS JS SQL API APIs URL URLs URI HTTP HTTPS FTP SSH SSL TLS ' +
    'DNS IP TCP UDP CPU GPU RAM ROM OS IOS UI UX FAQ FAQs README TODO TBD NB PS DIY ASAP FYI RSVP GMT UTC BST EST PST CET ISO ASCII UTF AND OR NOT THE A I MUST SHOULD MAY SHALL NO YES NEW ' +
    'NOTE WARNING TIP IMPORTANT CAUTION ALL ANY ONE SELECT FROM WHERE TABLE CREATE DROP ALTER INSERT UPDATE DELETE SET GET PUT POST HEAD PATCH NULL TRUE FALSE PNG JPG JPEG GIF SVG WIFI SMS GPS PIN ATM VAT COVID AIDS NASA BBC ' +
    'LICENSE CONTRIBUTING CHANGELOG MIT GPL BSD II III IV VI VII VIII IX XI XII LLM LLMs SHA UUID UUIDs GUID SDK SDKs CLI REST AWS GCP VPN VM VMs IDE GPG CI QA AI ML PR PRs'
  ).split(' '),
)
const TERM = /(?<![\p{L}\p{N}_$%#@&./:=<>\\-])(\p{Lu}{2,6}s?)(?![\p{L}\p{N}_=(<>\\]|[-./:@]\p{L}|[’']\p{Ll}{2})/gu

type Use = { pages: Map<Said, number>; count: number }

/** Finds terms that many pages use and none explains. */
export function unexplainedTerms(said: readonly Said[]): Finding[] {
  const uses = new Map<string, Use>()
  for (const one of said) {
    for (const [n, { words, kind }] of one.sayings.entries()) {
      if (kind === 'heading' || words === words.toUpperCase()) continue
      for (const [, term = ''] of words.matchAll(TERM)) {
        const key = term.replace(/s$/, '')
        if (KNOWN.has(key) || KNOWN.has(term)) continue
        const use = uses.get(key) ?? { pages: new Map(), count: 0 }
        use.count++
        if (!use.pages.has(one)) use.pages.set(one, n)
        uses.set(key, use)
      }
    }
  }
  const least = Math.max(3, Math.min(6, Math.ceil(said.length * 0.03)))
  const many = [...uses].filter(([, { pages, count }]) => pages.size >= least && count > pages.size)
  const explained = explainedIn(
    said,
    many.map(([term]) => term),
  )
  const plain = wordsAmong(
    said,
    many.map(([term]) => term),
  )
  return many
    .filter(([term]) => !explained.has(term) && !plain.has(term))
    .map(([term, { pages }]) => {
      const places = [...pages].map(([{ document, sayings }, n]) => ({ document, saying: sayings[n] })).slice(0, 3)
      return {
        kind: 'unexplained-term' as const,
        about: term,
        line: `${pages.size} pages speak of ${term}, and none says what it is.`,
        words: places.slice(0, 2).flatMap(({ saying }) => saying?.words ?? []),
        where: places.slice(0, 2).flatMap(({ document, saying }) => (saying ? whereSaid(document, saying) : [])),
        button: 'What does it mean here?',
        weight: Math.min(1, 0.5 + pages.size / (2 * least) / 5) * (term.length === 2 ? 0.7 : 1),
      }
    })
    .sort((a, b) => b.weight - a.weight)
}

/** Upper-case words that are no terms (READ, TABLE), since pages also have them in lower case. */
function wordsAmong(said: readonly Said[], terms: readonly string[]): Set<string> {
  const pages = new Map(terms.map((term) => [term.toLowerCase(), 0]))
  for (const { sayings } of said) {
    const here = new Set(sayings.flatMap(({ words }) => words.match(/(?<!\p{L})\p{Ll}{2,7}(?!\p{L})/gu) ?? []))
    for (const word of here) {
      const term = pages.has(word) ? word : word.replace(/s$/, '')
      const count = pages.get(term)
      if (count !== undefined) pages.set(term, count + 1)
    }
  }
  return new Set(terms.filter((term) => (pages.get(term.toLowerCase()) ?? 0) > 1))
}

/**
 * The terms that some page explains: in brackets after the full form, in a title, or by a defining
 * sentence.
 */
function explainedIn(said: readonly Said[], terms: readonly string[]): Set<string> {
  const explained = new Set<string>()
  const open = new Map(terms.map((term) => [term, { inFull: spelledOut(term), explains: explainings(term) }]))
  for (const { document, sayings } of said) {
    const names = [
      document.title,
      ...(Array.isArray(document.fields.get('aliases')) ? (document.fields.get('aliases') as unknown[]) : []),
    ]
    for (const name of names)
      for (const [, term = ''] of String(name).matchAll(TERM)) explained.add(term.replace(/s$/, ''))
    for (const { words, kind } of sayings) {
      const capitals = new Set(words.match(/\p{Lu}/gu))
      for (const [key, { inFull }] of open) if (capitals.has(key.charAt(0)) && inFull?.test(words)) explained.add(key)
      if (!/\p{Lu}{2}/u.test(words)) continue
      for (const [, term = ''] of words.matchAll(TERM)) {
        const key = term.replace(/s$/, '')
        const ways = open.get(key)?.explains
        if (!ways || explained.has(key)) continue
        if (kind === 'heading' ? words.length < 40 : ways.some((way) => way.test(words)) || isSaid(key, words))
          explained.add(key)
      }
      for (const key of explained) open.delete(key)
    }
  }
  return explained
}

/** Whether a sentence defines the term, in any supported language. */
const isSaid = (term: string, words: string) => saidIn(words)?.replace(/s$/, '') === term

/** Patterns of sentences that explain a term. */
function explainings(term: string): RegExp[] {
  const plain = `${term}s?`
  return [
    `\\(${plain}\\b|\\b${plain}\\s*\\((?!e\\.g)[\\p{L}\\s-]{6,90}\\)|\\b${plain} (?:stands for|means|refers to|is short for)`,
    `(?:^|[-–—:|] |\\b[Aa]n? |\\b[Tt]he )${plain}(?: \\([^)]*\\))?,? (?:is|are|was) (?:an?|the|our|used|where|when|how|what)\\b`,
    `^\\|?\\s*${plain}\\s*[:–—|-]\\s`,
    `(?<!\\p{L})[\\p{L} ]{6,90},? (?:or|aka|called|known as) ${plain}\\b`,
  ].map((form) => new RegExp(form, 'u'))
}

/**
 * A pattern of the full form of an abbreviation by initials; none for two letters, which match too
 * much.
 */
function spelledOut(term: string): RegExp | null {
  const joint = "[\\p{Ll}’'-]*(?:[ -](?:of|and|the|for|in|to|on|as|a))*[ -]"
  return term.length > 2 ? new RegExp(`(?<!\\p{L})${[...term].join(joint)}\\p{Ll}+`, 'u') : null
}
