/** How a sentence explains a term: says what it is, what it does, what something is called, or glosses it on the way. */
export type How = 'says' | 'does' | 'names' | 'glosses'

/** A form in which a term is explained: where the pattern holds, and not the other. */
export interface Form {
  how: How
  pattern: RegExp
  unless?: RegExp
  /** Whether the term is what the sentence is about, which a pronoun is not. */
  about: boolean
}

const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}'’/+.&-]*`
const BRACKETS = String.raw` \([^)]{1,60}\)`
/** What a sentence is about: up to eight words, with another name or what stands in brackets after them. */
const SUBJECT = `^(?<term>${WORD}(?: ${WORD}){0,7}?)(?:, (?:or|also) [^,]{2,40},)?(?:${BRACKETS})?,?`
/** What stands before a gloss. */
const BEFORE = `(?<term>${WORD}(?: ${WORD}){0,3})`
const GLOSSED = `${BEFORE}(?:${BRACKETS})?`

const ARTICLES = "^(?:(?:Une?|L[ae]|Les|Una?|El|Los|Las) |L[’'])?"

const form = (how: How, pattern: string, unless?: RegExp): Form => ({
  how,
  pattern: new RegExp(pattern, 'u'),
  about: pattern.startsWith('^(?<term>') || pattern.startsWith(ARTICLES),
  ...(unless && { unless }),
})

/** What is said of something without saying what it is: `is a good example`, `is the most important`. */
const VALUES =
  /(?:is|are) (?:an?|the|one of the) (?:\p{L}+ly )?(?:more|less|good|great|major|key|important|common|same|best|only|most|\p{L}+est|first|second|last|number|example|result|reason|way to|matter|problem|main|critical|crucial|perfect|better|big|little|few|lot|case|ones?)\b/u
/** Only another name is given, or the thing was said in the sentence before: `This process is called`, `also known as`. */
const ONLY_NAMES =
  /\b(?:an?|the) (?:process|book|treatise|(?:series|field|type|kind) of \p{L}+) (?:called|known as)|\b(?:also|better) (?:called|known as)|\b(?:so|who) called\b|\b(?:termed|called|dubbed) (?:it|them|this|that|for)\b|^(?:This|These|Such|Those|The) \p{L}+(?: \p{L}+)? (?:is|are|was|were) (?:\p{L}+ )?(?:called|known|referred|termed|named|said)/iu
/** What happened next, or may: no gloss. */
const NARRATES =
  'in|led|began|will|would|could|had|became|caused|used|now|continued|made|resulted|was|were|has|have|we|he|they'
const LAWS =
  'theory|law|principles?|rule|model|perspective|hypothesis|clause|act|amendment|doctrine|plan|treaty|policy|agreement|approach|effect|strategy'
const NO_FIELD =
  'the|this|these|his|her|their|our|such|many|some|other|addition|contrast|fact|general|particular|order|most|all|each|both|any|that|what|which|doing|response|turn|regard|respect|\\p{L}+ing '
const NO_GLOSS =
  'such|for|as |see|and|also|from|in |second|first|that is|primarily|including|but|not|only|then|now|both|either|e\\.g|usually|about'

/** English, the surest forms first. */
export const english: readonly Form[] = [
  form(
    'names',
    String.raw`\b(?:called|(?:known|referred to|described)(?: \p{L}+ly)? as|termed|dubbed|nicknamed|titled|label+ed|(?:is|are|be) named|said to be) (?:an? |the |its |his |their |our )?[“"‘*_]*(?<term>\p{L}.{0,60})`,
    ONLY_NAMES,
  ),
  form('says', String.raw`${SUBJECT} (?:is|are|was|were|can be|may be)(?: \p{L}+ly)? defined\b`),
  form('says', String.raw`${BEFORE} (?:is|are) defined (?:to be|as) `),
  form(
    'names',
    String.raw`\b(?:definition of|defines?|defined) (?!to |as |by |at )(?:an? |the )?[“"‘]?(?<term>\p{L}.{0,60})`,
  ),
  form(
    'says',
    String.raw`${SUBJECT} (?:\p{L}+ly )?(?:refers? (?:\p{L}+ )?to|stands? for|denotes?|means?|meant (?:that|the)|is short for|is when|is where|are when)\b`,
  ),
  form(
    'says',
    String.raw`${SUBJECT} (?:is|are) (?:\p{L}+ly )?(?:an?|the|our|any|one of|those|all|how|what|where)(?: [\p{L}-]+){1,40}`,
    VALUES,
  ),
  form('says', String.raw`${SUBJECT} are (?:[\p{L}-]+ ){1,5}(?:that|who|which|whose|in which|used|made|found|where)\b`),
  form(
    'does',
    String.raw`${SUBJECT}(?<! to) (?:consists? of|comprises?|involves?|describes?|examines?|represents?|(?:occurs?|happens?|arises?) when|is characteri[sz]ed by|(?:is|are) (?:composed|made up|made) of|contains?|includes?|studies|explains?|suggests?|states?|holds?|proposes?|asserts?)\b`,
  ),
  form('glosses', `${GLOSSED}(?:,? which|, who) (?:is|are) `),
  form('glosses', String.raw`${GLOSSED}, (?:which|who) (?:\p{L}+ly )?(?!(?:${NARRATES})\b)\p{L}+`),
  form('glosses', `${BEFORE}(?:, (?:(?:in|by|through|during|under) which (?!case)|meaning )|,? (?:whereby|wherein) )`),
  form(
    'glosses',
    String.raw`${GLOSSED}(?:: (?:an?|the|any|those|\p{Ll}+(?: \S+){4,})|—(?:an?|the|those|that is|or))(?= |,)`,
    /\b(?:is|are|was|were) \p{Ll}*[^s\s]:|\b(?:two|three|four|several|following) [^:]{2,30}:|: (?:run|adding|that|they|it|we|you) /u,
  ),
  form('glosses', String.raw`${BEFORE} \((?!${NO_GLOSS})[\p{Ll}“][^)]{2,}\)`),
  form('glosses', String.raw`${BEFORE} \(\p{Lu}{2,6}s?\)`),
  form(
    'glosses',
    String.raw`${BEFORE}, or (?:the |an? )?(?:\p{L}[\p{L}-]*)(?: [\p{L}-]+){0,5}(?:,|\.?$| \()`,
    /\b(?:not|no|neither|are|is),? |, [^,]+, or /u,
  ),
  form(
    'glosses',
    String.raw`${BEFORE}, an? (?:[\p{L}-]+ ){1,5}(?:that|which|who|in which|where|of|for|by which) [^,]*\.?$`,
  ),
  form('glosses', String.raw`${BEFORE} (?:\p{L}+ )?(?:those|someone|people|anyone|persons?) who `),
  form(
    'does',
    String.raw`^(?<term>(?:${WORD} ){0,5}(?:${LAWS}|${capitals(LAWS)}))(?: of ${WORD})?(?:${BRACKETS})? (?:\p{L}+ly )?(?!was|has|is)\p{Ll}+(?:s|ed) `,
  ),
  form(
    'does',
    String.raw`^(?:In|With|Under) (?<term>(?!${NO_FIELD})(?:\p{Ll}[\p{L}-]*(?: [\p{Ll}-]+){1,3}|\p{Ll}+ism)), (?:\p{L}+ ){1,5}`,
  ),
  form(
    'says',
    String.raw`^\p{L}[^,]{3,60}, (?:an? |the )?${GLOSSED} (?:is|are) (?:an?|the|those|any) `,
    /\b(?:there|this|that|it|these|they|what|he|she|which|who|here|one|we|you) (?:is|are) (?:an?|the|those|any)/iu,
  ),
]

function capitals(words: string): string {
  return words.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase())
}

/** The plain forms of other languages. */
export const others: readonly { hint: RegExp; forms: readonly Form[] }[] = [
  {
    hint: /(?:^|\s)(?:ist|sind|heißt|heißen|nennt|genannt|bezeichnet|bezeichnen|versteht|bedeutet|steht für|d\. ?h\.|das heißt)(?=[\s,.:;]|$)/u,
    forms: [
      form(
        'says',
        String.raw`^(?:Unter|Mit) (?:de[rmn] |einer? |einem )?(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})? (?:versteht man|ist .{1,60} gemeint|verstehen wir)`,
      ),
      form(
        'says',
        String.raw`^(?:Als )?(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})? (?:bezeichnet|bedeutet|steht für|meint|bezeichnen)(?: |$)`,
      ),
      form(
        'says',
        String.raw`^(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})?,? (?:ist|sind) (?:eine?|einer|der|die|das|jede[rs]?|alle|unsere?)(?: |$)`,
      ),
      form('names', String.raw`(?:,|\() ?(?:auch |kurz |sogenannt )?(?:genannt|bekannt als):? (?<term>\p{L}.{0,40})`),
      form(
        'names',
        String.raw`(?:heißt|heißen|nennt man|nennen wir|wird als|werden als) (?:der |die |das |eine? )?[„“"]?(?<term>\p{L}.{0,60})`,
      ),
      form('names', String.raw`, (?:auch |kurz )?(?<term>\p{L}[^,]{0,40}) genannt(?=[\s,.)])`),
      form('glosses', String.raw`${BEFORE}, (?:d\. ?h\.|das heißt|also)(?= )`),
    ],
  },
  {
    hint: /(?:^|[\s'’])(?:est|sont|désigne|désignent|signifie|appelle|appel[ée]+s?|nomme|c[’']est-à-dire)(?=[\s,.:;]|$)/u,
    forms: [
      form(
        'names',
        String.raw`(?:[Oo]n (?:appelle|nomme|entend par)|s[’']appelle(?:nt)?|se nomme(?:nt)?|est (?:dite?|appelée?)|(?:appel|dénomm)ée?s?) (?:une? |l[ae] |les |l[’'])?[«“"]? ?(?<term>\p{L}.{0,60})`,
      ),
      form(
        'says',
        String.raw`${ARTICLES}(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})? (?:désigne|désignent|signifie|signifient|correspond à|consiste à)(?: |$)`,
      ),
      form(
        'says',
        String.raw`${ARTICLES}(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})?,? (?:est|sont) (?:une?|l[ae]|les|des|l[’']|notre)(?=[\s\p{L}])`,
      ),
      form('glosses', String.raw`${BEFORE},? c[’']est-à-dire`),
    ],
  },
  {
    hint: /(?:^|\s)(?:es|son|significa|llama|llaman|denomina|denominan|llamad[oa]s?|conocid[oa]s?|refiere|consiste|es decir)(?=[\s,.:;]|$)/u,
    forms: [
      form(
        'names',
        String.raw`(?:[Ss]e (?:llaman?|denominan?|conocen? como)|llamad[oa]s?|denominad[oa]s?|conocid[oa]s? como) (?:una? |el |la |los |las )?[«“"]?(?<term>\p{L}.{0,60})`,
      ),
      form(
        'says',
        String.raw`${ARTICLES}(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})? (?:significan?|se refieren? a|consisten? en|se definen? como)(?: |$)`,
      ),
      form(
        'says',
        String.raw`${ARTICLES}(?<term>${WORD}(?: ${WORD}){0,5}?)(?:${BRACKETS})?,? (?:es|son) (?:una?|el|la|los|las|cada|nuestr[oa])(?: |$)`,
      ),
      form('glosses', String.raw`${BEFORE}, es decir,`),
    ],
  },
  {
    hint: /\p{Script=Hiragana}/u,
    forms: [
      form('says', String.raw`^「?(?<term>[^、。「」\s]{1,30}?)」?(?:（[^）]{1,40}）)?とは、?.{3,}`),
      form(
        'names',
        String.raw`「?(?<term>[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9]{1,30})」?(?:と呼ばれ|と呼ぶ|と呼び|と呼ん|といい、|といいます|という。)`,
      ),
      form(
        'says',
        String.raw`^「?(?<term>[^、。「」\s]{1,30}?)」?(?:（[^）]{1,40}）)?は、?[^。]{4,}(?:のことです|のことである|をいう|を指す|を指します|を意味する|を意味します)。?$`,
      ),
    ],
  },
]
