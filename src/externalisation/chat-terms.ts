import { stemOf as stemIn } from '../search/index.ts'
import { withoutChatCode } from '../text/index.ts'

const stem = (word: string) => stemIn(word, 'en')
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+|[\p{L}\p{N}]+(?:[.'’_-][\p{L}\p{N}]+)*/gu
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u

/** Function words, and words of asking, that do not tell questions apart. */
const SMALL = new Set(
  (
    'a about actually after again ago all already also am an and any anybody anyone anything are as ask at be because been before being but by can cannot could did do does doing done else even ever ' +
    'every for from get gets getting give go going good got had happen has have having hello help hey hi him his how i idea if in instead into is it its just kind know let like looking make many maybe ' +
    'me might mine more most much must my myself need needed needs no not now of off ok okay on one only or other our ours out over own perhaps please possible quick question really right said same say ' +
    'see should show so some somebody somehow someone something sorry still such supposed sure tell than thank thanks that the their them then there these they thing this those thought to too try trying ' +
    'up us use used using very want was way we well were what whats when where whether which while who whom whose why will wish with wonder wondering would yes yet you your yours ' +
    "i'm i've it's don't doesn't can't isn't what's where's who's how's there's we're we've didn't won't wouldn't couldn't i'd i'll that's let's"
  ).split(' '),
)

/** The distinct stemmed terms of a text; pairs of characters in scripts without spaces. */
export function termsOf(words: string): Set<string> {
  const plain = withoutChatCode(words, ' ')
    .replace(/https?:\/\/\S+|:[a-z0-9_+-]{2,40}:|@[\p{L}\p{N}._-]+|^>.*$/gimu, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
  return new Set((plain.match(WORD) ?? []).flatMap(termsIn))
}

function termsIn(word: string): string[] {
  if (UNSPACED.test(word)) return pairsOf(word)
  if (SMALL.has(word)) return []
  const bare = word.replace(/'s$/, '')
  return bare.length > 1 || /\d/.test(bare) ? [stemOf(bare)] : []
}

const MOST_CACHED = 100_000
/** A longer word has no stem. */
const MOST_LETTERS = 40
const stems = new Map<string, string>()

/** Cached: a few thousand words make up most of a chat, and stemming is slow. */
function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= MOST_CACHED) stems.clear()
  if (word.length > MOST_LETTERS) return word
  const own = stem(word)
  const found = synonyms.get(own) ?? own
  stems.set(word, found)
  return found
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.length === 1 ? characters : characters.slice(1).map((one, n) => `${characters[n]}${one}`)
}

/** Synonyms of everyday work; the first stands for all. */
const SYNONYMS = [
  'login log-in signin sign-in',
  'folder directory',
  'holiday vacation leave',
  'error failure',
  'restart reboot',
  'delete remove',
  'invoice bill',
  'laptop notebook',
  'doc documentation docs',
  'repo repository',
  'config configuration settings setup',
  'db database',
  'password passphrase',
  'prod production',
  'env environment',
  'k8s kubernetes',
]
const synonyms = new Map(
  SYNONYMS.flatMap((line) => {
    const [first = '', ...others] = line.split(' ').map(stem)
    return others.map((other) => [other, first] as const)
  }),
)

/** Words that turn a question into a different one if exchanged. */
const EXCLUSIVE = [
  'enable disable',
  'install uninstall',
  'add delete',
  'create delete',
  'start stop',
  'open close',
  'import export',
  'upload download',
  'push pull',
  'lock unlock',
  'mount unmount',
  'encrypt decrypt',
  'increase decrease',
  'upgrade downgrade',
  'internal external',
  'prod staging test dev qa',
  'windows mac macos linux ubuntu',
  'iphone ios android',
  'read write',
  'send receive',
  'buy sell',
  'hire fire',
  'first last',
  'monday tuesday wednesday thursday friday saturday sunday',
].map((line) => new Set(line.split(' ').map((word) => synonyms.get(stem(word)) ?? stem(word))))

/** Whether two sets of terms differ in opposites or numbers, and so are different questions. */
export function areDifferent(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [mine, theirs] = [[...one].filter((term) => !other.has(term)), [...other].filter((term) => !one.has(term))]
  const numbers = (terms: string[]) => terms.some((term) => /\d/.test(term))
  if (numbers(mine) && numbers(theirs)) return true
  return EXCLUSIVE.some((set) => mine.some((term) => set.has(term)) && theirs.some((term) => set.has(term)))
}

/**
 * Makes a function for the weight of a term: rare terms weigh more (inverse document frequency).
 */
export function weigher(texts: Iterable<ReadonlySet<string>>): (term: string) => number {
  const among = new Map<string, number>()
  let count = 0
  for (const terms of texts) {
    count++
    for (const term of terms) among.set(term, (among.get(term) ?? 0) + 1)
  }
  return (term) => Math.log(1 + (count + 1) / ((among.get(term) ?? 0) + 1))
}

/** The likeness of two sets of terms, 0 to 1: the cosine of their weights. */
export function likeness(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weigh: (term: string) => number,
): number {
  const length = (terms: ReadonlySet<string>) => Math.sqrt([...terms].reduce((sum, term) => sum + weigh(term) ** 2, 0))
  const shared = [...one].filter((term) => other.has(term)).reduce((sum, term) => sum + weigh(term) ** 2, 0)
  return shared === 0 ? 0 : shared / (length(one) * length(other))
}
