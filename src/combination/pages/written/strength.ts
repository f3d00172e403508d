/** The modality of a sentence: whether it negates, demands, advises, hedges, or quantifies. */
export interface Strength {
  denied: boolean
  demanded: boolean
  advised: boolean
  hedged: boolean
  ofAll: boolean
  ofSome: boolean
}

const DENIED =
  /\b(?:not|no|never|none|neither|nor|without|cannot|nobody|nothing|nowhere)\b|n['’]t\b|\b(?:nicht|keine?[mnrs]?|niemals|nie|ohne)\b|\b(?:ne|pas|jamais|sans|aucune?)\b|\b(?:nunca|sin|ninguna?)\b|ない|ません|なし|ず(?:に|、)|不|没|無/iu
const DEMANDED =
  /\b(?:must|shall|mandatory|compulsory|obligatory|(?:is|are|be) required|requires?|(?:need|needs|has|have) to|(?:muss|müssen)|doit|doivent|debe|deben)\b|なければ|必須|必ず|必须/iu
const ADVISED = /\b(?:should|recommend\w*|advis\w+|ought|better|prefer\w*|sollten?|devrait|debería)\b|べき|推奨/iu
const HEDGED =
  /\b(?:may|might|could|possibly|perhaps|probably|likely|sometimes|usually|often|typically|generally|normally|mostly|rarely|optional\w*|kann|können|vielleicht|meist|peut|peuvent|parfois|souvent|puede|pueden|quizás|a veces)\b|かもしれ|ことがあ|場合があ|可能性|たぶん|ときどき/iu
const OF_ALL =
  /\b(?:all|every|everyone|everybody|everything|each|always|only|never|none|entire|entirely|completely|guarantee[sd]?|alle|jede[rsmn]?|immer|nur|tous|toutes|toujours|seulement|todos|todas|siempre|solo)\b|すべて|全て|必ず|常に|だけ|のみ|所有/iu
const OF_SOME =
  /\b(?:some|several|many|most|few|sometimes|usually|often|typically|generally|mostly|part(?:s|ly)?|almost|nearly|einige|manche|viele|meist|quelques|plusieurs|certains|algunos|muchos|casi)\b|一部|多く|ほとんど|いくつか/iu

/** Detects the modality of a text. */
export const strengthOf = (text: string): Strength => ({
  denied: DENIED.test(text.replace(/\bnot only\b/gi, '')),
  demanded: DEMANDED.test(text),
  advised: ADVISED.test(text),
  hedged: HEDGED.test(text),
  ofAll: OF_ALL.test(text),
  ofSome: OF_SOME.test(text),
})

/** Pairs of opposites, as words. */
const OPPOSITES = (
  'enable/disable before/after above/below more/less more/fewer increase/decrease increase/reduce allow/forbid allow/prevent with/without ' +
  'minimum/maximum least/most open/close first/last start/stop start/end include/exclude public/private internal/external ' +
  'safe/unsafe true/false success/failure succeed/fail accept/reject accept/refuse add/remove high/low higher/lower early/late ' +
  'earlier/later inside/outside same/different easy/hard easy/difficult required/optional mandatory/optional on/off up/down ' +
  'encourage/discourage good/bad possible/impossible always/never everyone/nobody all/none allowed/forbidden like/dislike'
)
  .split(' ')
  .map((pair) => pair.split('/') as [string, string])

/** Whether a text uses the opposite of a word in the cited text. */
export function saysTheOpposite(said: ReadonlySet<string>, cited: ReadonlySet<string>): boolean {
  const turned = (own: string, other: string) =>
    said.has(own) && !cited.has(own) && cited.has(other) && !said.has(other)
  return OPPOSITES.some(([one, other]) => turned(one, other) || turned(other, one))
}

/** The modality of a word in its context. */
export type Leaning = 'denied' | 'demanded' | 'advised' | 'hedged' | 'able' | 'all' | 'some'

const LEANINGS: Record<Leaning, string> = {
  denied:
    "not no never without cannot don't doesn't didn't isn't aren't wasn't weren't won't can't shouldn't mustn't couldn't wouldn't nicht kein keine nie ohne pas jamais sans nunca sin",
  demanded: 'must shall muss müssen doit debe',
  advised: 'should ought sollte devrait debería',
  hedged: 'may might could',
  able: 'can',
  all: 'all every each always entire alle jede jeder immer tous toutes toujours todos todas siempre',
  some: 'some many most few several sometimes usually often rarely einige manche viele quelques plusieurs certains algunos muchos',
}

const leaningOf = new Map(
  Object.entries(LEANINGS).flatMap(([leaning, words]) =>
    words.split(' ').map((word) => [word.replace("'", ''), leaning as Leaning] as const),
  ),
)

const DEMANDED_TO = /\b(?:need|needs|has|have|required) to\b/gi

/**
 * Maps word stems of a text to their modality: the next content word after a `not`, a `must`, an
 * `all`. `stemAfter` gives the stem of a content word, or null.
 */
export function leaningsIn(text: string, stemAfter: (word: string) => string | null): Map<string, Set<Leaning>> {
  const found = new Map<string, Set<Leaning>>()
  const words =
    text
      .toLowerCase()
      .replace(DEMANDED_TO, 'must')
      .replace(/n’t\b/g, "n't")
      .match(/[\p{L}\p{N}]+(?:'t)?/gu) ?? []
  const open = new Set<Leaning>()
  let since = 0
  for (const [n, word] of words.entries()) {
    const leaning = word === 'not' && words[n + 1] === 'only' ? undefined : leaningOf.get(word.replace("'", ''))
    if (leaning) {
      if (leaning === 'denied' && /^(?:can|must|should|could)/.test(word) && word !== 'cannot')
        open.add(FORCED[word.slice(0, 3)] ?? 'able')
      open.add(leaning)
      since = 0
      continue
    }
    const stem = stemAfter(word)
    if (stem === null && ++since < 4) continue
    if (stem !== null && open.size > 0) found.set(stem, new Set([...(found.get(stem) ?? []), ...open]))
    open.clear()
  }
  return found
}

const FORCED: Record<string, Leaning> = { can: 'able', mus: 'demanded', sho: 'advised', cou: 'hedged' }
