/**
 * How a sentence explains a term: it defines it, says what it does, names something, or glosses it
 * in passing.
 */
export type How = 'says' | 'does' | 'names' | 'glosses'

/** A form of explanation: `pattern` matches and `unless` does not. */
export interface Form {
  how: How
  pattern: RegExp
  unless?: RegExp
  /** The position of the term: first in the sentence, or right before or after the match. */
  term: 'first' | 'before' | 'after'
}

const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}'’/+.&-]*`
const BRACKETS = String.raw` \([^)]{1,60}\)`
const ARTICLES = "(?:(?:Une?|L[ae]|Les|Una?|El|Los|Las) |L[’'])?"
/** A subject of up to eight words, with an optional second name or brackets after it. */
const SUBJECT = `(?<term>${WORD}(?: ${WORD}){0,7}?)(?:, (?:or|also) [^,]{2,40},)?(?:${BRACKETS})?,?`
const NAME = `(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})?`

const form = (how: How, term: Form['term'], pattern: string, unless?: RegExp): Form => ({
  how,
  term,
  pattern: new RegExp(
    term === 'first' ? `^${pattern}` : term === 'before' ? `(?<=[\\p{L}\\p{N})”"»])${pattern}` : pattern,
    'u',
  ),
  ...(unless && { unless }),
})

const says = (pattern: string, unless?: RegExp) => form('says', 'first', pattern, unless)
const does = (pattern: string, unless?: RegExp) => form('does', 'first', pattern, unless)
const names = (pattern: string, unless?: RegExp) => form('names', 'after', pattern, unless)
const glosses = (pattern: string, unless?: RegExp) => form('glosses', 'before', pattern, unless)

/** Predicates that evaluate instead of define: `is a good example`, `is the most important`. */
const VALUES =
  /(?:is|are) (?:an?|the|one of the) (?:\p{L}+ly )?(?:more|less|good|great|major|key|important|common|same|best|only|most|\p{L}+est|first|second|last|number|example|result|reason|way to|matter|problem|main|critical|crucial|perfect|better|big|little|few|lot|case|ones?)\b/u
/**
 * Sentences that only give another name, or whose subject is in the sentence before: `This process
 * is called`, `also known as`.
 */
const ONLY_NAMES =
  /\b(?:an?|the) (?:process|book|treatise|(?:series|field|type|kind) of \p{L}+) (?:called|known as)|\b(?:also|better) (?:called|known as)|\b(?:so|who) called\b|\b(?:termed|called|dubbed) (?:it|them|this|that|for)\b|^(?:This|These|Such|Those|The) \p{L}+(?: \p{L}+)? (?:is|are|was|were) (?:\p{L}+ )?(?:called|known|referred|termed|named|said)/iu
/** Words after `which` or `who` that narrate and do not gloss. */
const NARRATES =
  'in|led|began|will|would|could|had|became|caused|used|now|continued|made|resulted|was|were|has|have|we|he|they'
const LAWS =
  'theory|law|principles?|rule|model|perspective|hypothesis|clause|act|amendment|doctrine|plan|treaty|policy|agreement|approach|effect|strategy'
/** What is told of a year, a named person or place, or of this one thing explains no term. */
const TELLS =
  /\b(?:1[5-9]|20)\d\d\b|(?<!^)\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b|^(?:This|These|Such|Those|It|They)\b|\bexamples?\b|\d/u
/** What a thing is for, or does by its nature. */
const DOES =
  'divides|measures|determines|controls|regulates|requires|transfers|connects|carries|protects|converts|catalyzes|assumes|argues|predicts|secretes|stimulates'
const NO_FIELD =
  'the|this|these|his|her|their|our|such|many|some|other|addition|contrast|fact|general|particular|order|most|all|each|both|any|that|what|which|doing|response|turn|regard|respect|\\p{L}+ing '
const NO_GLOSS =
  'such|for|as |see|and|also|from|in |second|first|that is|primarily|including|but|not|only|then|now|both|either|e\\.g|usually|about'

/** English forms, the most reliable first. */
export const english: readonly Form[] = [
  names(
    String.raw`\b(?:called|(?:known|referred to|described)(?: \p{L}+ly)? as|termed|dubbed|nicknamed|titled|label+ed|(?:is|are|be) named|said to be) (?:an? |the |its |his |their |our )?[“"‘*_]*(?=\p{L})`,
    ONLY_NAMES,
  ),
  says(String.raw`${SUBJECT} (?:is|are|was|were|can be|may be)(?: \p{L}+ly)? defined\b`),
  form('says', 'before', ' (?:is|are) defined (?:to be|as) '),
  names(String.raw`\b(?:definition of|defines?|defined) (?!to |as |by |at )(?:an? |the )?[“"‘]?(?=\p{L})`),
  says(
    String.raw`${SUBJECT} (?:\p{L}+ly )?(?:refers? (?:\p{L}+ )?to|stands? for|denotes?|means?|meant (?:that|the)|is short for|is when|is where|are when)\b`,
  ),
  says(
    String.raw`${SUBJECT} (?:is|are) (?:\p{L}+ly )?(?:an?|the|our|any|one of|those|all|how|what|where) [\p{L}-]+`,
    VALUES,
  ),
  says(String.raw`${SUBJECT} are (?:[\p{L}-]+ ){1,5}(?:that|who|which|whose|in which|used|made|found|where)\b`),
  does(
    String.raw`${SUBJECT}(?<! to) (?:consists? of|comprises?|involves?|describes?|examines?|represents?|(?:occurs?|happens?|arises?) when|is characteri[sz]ed by|(?:is|are) (?:composed|made up|made) of|contains?|includes?|studies|explains?|suggests?|states?|holds?|proposes?|asserts?)\b`,
    /\b(?:1[5-9]|20)\d\d\b/,
  ),
  form(
    'says',
    'after',
    String.raw`^\p{L}[^,]{3,60}, (?:an? |the )?(?=${WORD}(?: ${WORD}){0,3}(?:${BRACKETS})? (?:is|are) (?:an?|the|those|any) )`,
    /\b(?:there|this|that|it|these|they|what|he|she|which|who|here|one|we|you) (?:is|are) (?:an?|the|those|any)/iu,
  ),
  glosses('(?:,? which|, who) (?:is|are) '),
  glosses(String.raw`, (?:which|who) (?:\p{L}+ly )?(?!(?:${NARRATES})\b)\p{L}+`),
  glosses('(?:, (?:(?:in|by|through|during|under) which (?!case)|meaning )|,? (?:whereby|wherein) )'),
  glosses(
    String.raw`(?:: (?:an?|the|any|those|\p{Ll}+(?: \S+){4,})|—(?:an?|the|those|that is|or))(?= |,)`,
    /\b(?:is|are|was|were) \p{Ll}*[^s\s]:|\b(?:two|three|four|several|following) [^:]{2,30}:|: (?:run|adding|that|they|it|we|you) /u,
  ),
  glosses(String.raw` \((?!${NO_GLOSS})[\p{Ll}“][^)]{2,}\)`, TELLS),
  glosses(String.raw` \(\p{Lu}{2,6}s?\)`),
  glosses(
    String.raw`, or (?:the |an? )?(?:\p{L}[\p{L}-]*)(?: [\p{L}-]+){0,5}(?:,|\.?$| \()`,
    /\b(?:not|no|neither|are|is),? |, [^,]+, or /u,
  ),
  glosses(String.raw`, an? (?:[\p{L}-]+ ){1,5}(?:that|which|who|in which|where|of|for|by which) [^,]*\.?$`),
  // An indefinite subject and a verb in the present say what every such thing does.
  does(
    String.raw`An? (?<term>[\p{L}-]+(?: [\p{L}-]+){0,2}) \p{Ll}+s (?:the|an?|to|when|from|\p{Ll}+)\b`,
    /^An? (?:\p{L}+ )?(?:example|number|lot|few|variety|series|person|man|woman)\b/u,
  ),
  does(String.raw`(?:The )?${NAME} (?:${DOES}) (?:the|an?|\p{Ll}+)\b`),
  glosses('[;,—] ?that is, (?!the \\p{L}+ (?:is|are))'),
  says(String.raw`${SUBJECT} (?:is|are) ones? (?:that|who|in which|whose)\b`),
  says(
    String.raw`(?<term>\p{Lu}[\p{L}-]*s|\p{Lu}[\p{L}-]*(?: [\p{Ll}-]+){0,2}s) are (?:[\p{Ll}-]+ ){1,4}(?:of|with|living|having|for|between|from) `,
  ),
  does(
    String.raw`(?<term>(?:${WORD} ){0,5}(?:${LAWS}|${capitals(LAWS)}))(?: of ${WORD})?(?:${BRACKETS})? (?:\p{L}+ly )?(?!was|has|is)\p{Ll}+(?:s|ed) `,
  ),
  form(
    'does',
    'after',
    String.raw`^(?:In|With|Under) (?!${NO_FIELD})(?=(?:\p{Ll}[\p{L}-]*(?: [\p{Ll}-]+){1,3}|\p{Ll}+ism), (?:\p{L}+ ){1,5})`,
  ),
]

function capitals(words: string): string {
  return words.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase())
}

/**
 * Common forms in other languages, each with a hint that quickly rejects sentences of other
 * languages.
 */
export const others: readonly { hint: RegExp; forms: readonly Form[] }[] = [
  {
    hint: /(?:^|\s)(?:ist|sind|heißt|heißen|nennt|genannt|bezeichnet|bezeichnen|versteht|bedeutet|steht für|d\. ?h\.|das heißt)(?=[\s,.:;]|$)/u,
    forms: [
      says(`(?:Unter|Mit) (?:de[rmn] |einer? |einem )?${NAME} (?:versteht man|verstehen wir|ist [^,.]{1,60} gemeint)`),
      says(`(?:Als )?${NAME} (?:bezeichnet|bedeutet|steht für|meint|bezeichnen)(?: |$)`),
      says(`${NAME},? (?:ist|sind) (?:eine?|einer|der|die|das|jede[rs]?|alle|unsere?)(?: |$)`),
      form('names', 'before', '(?<=, (?:auch |kurz )?[^,]{1,40}) genannt(?=[ ,.)])'),
      names(
        String.raw`(?:heißt|heißen|nennt man|nennen wir|bekannt als|(?:,|\() ?(?:auch|kurz):?) (?:der |die |das |eine? )?[„“"]?(?=\p{L})`,
      ),
      glosses(',? (?:d\\. ?h\\.|das heißt)(?= )'),
    ],
  },
  {
    hint: /(?:^|[\s'’])(?:est|sont|désigne|désignent|signifie|appelle|appellent|appel[ée]+s?|nomme|c[’']est-à-dire)(?=[\s,.:;]|$)/u,
    forms: [
      names(
        String.raw`(?:[Oo]n (?:appelle|nomme|entend par)|[Ss][’']appelle(?:nt)?|se nomme(?:nt)?|(?:appel|dénomm)ée?s?) (?:une? |l[ae] |les |l[’'])?[«“"]? ?(?=\p{L})`,
      ),
      says(`${ARTICLES}${NAME} (?:désigne|désignent|signifie|signifient|correspond à|consiste à)(?: |$)`),
      says(String.raw`${ARTICLES}${NAME},? (?:est|sont) (?:une?|l[ae]|les|des|l[’']|notre)(?=[ \p{L}])`),
      glosses(",? c[’']est-à-dire"),
    ],
  },
  {
    hint: /(?:^|\s)(?:es|son|significan?|llaman?|denominan?|llamad[oa]s?|conocid[oa]s?|refieren?|consisten?|es decir)(?=[\s,.:;]|$)/u,
    forms: [
      names(
        String.raw`(?:[Ss]e (?:llaman?|denominan?|conocen? como)|llamad[oa]s?|denominad[oa]s?|conocid[oa]s? como) (?:una? |el |la |los |las )?[«“"]?(?=\p{L})`,
      ),
      says(`${ARTICLES}${NAME} (?:significan?|se refieren? a|consisten? en|se definen? como)(?: |$)`),
      says(`${ARTICLES}${NAME},? (?:es|son) (?:una?|el|la|los|las|cada|nuestr[oa])(?: |$)`),
      glosses(', es decir,'),
    ],
  },
  {
    hint: /\p{Script=Hiragana}/u,
    forms: [
      says('「?(?<term>[^、。「」\\s]{1,30}?)」?(?:（[^）]{1,40}）)?とは、?.{3,}'),
      form('names', 'before', '」?(?:と呼ばれ|と呼ぶ|と呼び|と呼ん|といいます|と言います)'),
      says(
        '「?(?<term>[^、。「」\\s]{1,30}?)」?(?:（[^）]{1,40}）)?は、?[^。]{4,}(?:のことです|のことである|をいう|を指す|を指します|を意味する|を意味します)。?$',
      ),
    ],
  },
]
