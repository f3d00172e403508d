import type { Saying } from '../../combination/index.ts'
import { type Finding, type Said, whereSaid } from './finding.ts'

const ADJECTIVE =
  '(?:(?:very |perfectly |entirely )?(?:good|sensible|valid|legitimate|reasonable|sound|compelling|strong|rare|genuine|exceptional) )'

/**
 * Phrases that leave a decision to somebody's judgement, with a confidence and the sentence of the
 * finding.
 */
const HANDS: [RegExp, number, string][] = [
  [
    new RegExp(
      `\\b${ADJECTIVE}(?:reasons?|grounds|cases?|cause) (?:(?:to|for|why|when|not) ){1,2}(?:\\w+ ){0,6}?(?:not|ignor\\w*|deviat\\w*|depart\\w*|break\\w*|skip\\w*|differ\\w*|diverg\\w*|follow\\w*|bypass\\w*|exception\\w*)`,
      'i',
    ),
    1,
    'says there are good reasons not to follow it',
  ],
  [
    /\b(?:us(?:e|es|ing)|exercis\w+|apply(?:ing)?|rely on|trust) (?:your|their|his or her|our|one's|its) (?:own |best |good |sound |professional |better )*(?:judge?ment|discretion|common sense|instincts?)/i,
    1,
    'leaves it to your judgement',
  ],
  [
    /\bat (?:the |your |their |our )?(?:(?:sole|own) )?discretion\b|\bis discretionary\b/i,
    0.9,
    'leaves it to somebody’s discretion',
  ],
  [/\b(?:case[- ]by[- ]case|on (?:its|their) (?:own )?merits)\b/i, 0.9, 'decides it case by case'],
  [
    new RegExp(`\\bunless (?:there(?:[’']s| is| are)|you have|they have) (?:an? |some )?${ADJECTIVE}`, 'i'),
    0.9,
    'allows exceptions for a good reason',
  ],
  [
    /\bthere (?:\w+ ){0,3}be (?:\w+ )?(?:valid |justified |legitimate )?exceptions?\b(?! (?:thrown|raised|handl))/i,
    0.9,
    'allows exceptions',
  ],
  [
    /(?:[’']s|\b(?:is|are|be|left)) (?:entirely |really |completely |ultimately )?(?:up|down|left) to (?:you|the team|your team|each team|teams|individual\w*|the individual\w*|your manager|managers|the author|the reviewer)(?=$|[.,;]|\s+(?:to (?:decide|choose|judge|determine|pick)|how|whether|which|what|when))/i,
    0.9,
    'leaves it to whoever is there',
  ],
  [
    /\b(?:if|when|where) (?:your|the|a|each) (?:team|manager|lead|reviewer|owner|author|doctor|nurse|supervisor)\w* (?:decides?|thinks?|feels?|believes?|agrees?|considers?|judges?) (?:that )?(?:it|this|that)(?:[’']s| is| are)? (?:\w+ )?(?:appropriate|necessary|suitable|acceptable|right|needed|worth)/i,
    0.85,
    'leaves it to the team',
  ],
  [
    /\b(?:as|where|when|if|unless) (?:you|they|the team|we) (?:see|think|feel|deem|consider|judge)s? (?:it |that |this )?(?:(?:is|to be) )?(?:fit|appropriate|necessary|best|right|reasonable)\b/i,
    0.85,
    'leaves it to what seems fit',
  ],
  [/\b(?:decide|judge|work out|choose) for (?:yourself|yourselves|themselves)\b/i, 0.85, 'leaves it to you'],
  [
    /\bdecide (?:what|which|whether|how|if) (?:looks|feels|is|it|to|seems|works) (?:\w+ )?(?:best|right|worth|appropriate|suitable|sufficient)/i,
    0.6,
    'leaves the decision open',
  ],
  [
    /\bno hard(?: and |-and-)fast rules?|\bthere(?:[’']s| is) no (?:single )?(?:right|one) (?:answer|way|rule)|\bnot (?:set|cast|written) in stone\b/i,
    0.7,
    'gives no rule',
  ],
  [
    /\b(?:it|this|that|the \w+) (?:all |really |very much |will )?depends? on (?:the|your) (?:situation|circumstances?|context|case|team|project)\b|\bit depends(?=[.!;…—]|$)/i,
    0.7,
    'says that it depends',
  ],
  [/\b(?:might|may|can) (?:still )?decide (?:that|to|not|against)\b/i, 0.5, 'leaves the decision open'],
  [/\bwithin reason\b|\bexceptional circumstances\b/i, 0.6, 'leaves open what is reasonable'],
  [/判断に(?:任せ|委ね|より)|ご自身の判断|裁量|ケース ?バイ ?ケース/, 0.8, 'leaves it to judgement'],
]

/** A sentence near a rule weighs more, since people ask when rules may be bent. */
const RULE = /\b(?:must|should|shall|required?|rules?|guidelines?|guidance|standards?|polic(?:y|ies)|never|always)\b/i
/** Phrases that name whom to ask; under the same heading they may answer who decides. */
const NAMED =
  /\b(?:ask|contact|approv\w+ (?:by|from)|agree\w* with|sign(?:ed)? off by|(?:speak|talk|reach out|escalat\w+|report) (?:to|with)|check with|discuss \w+ with|your (?:line )?(?:manager|lead)|head of)\b/i
const NO_DECISION =
  /\b(?:you|they) (?:have|need) to decide up front|\bexception (?:is|was) (?:thrown|raised|caught)|\btry[/ ]catch\b/i

/** Finds sentences that leave a decision to judgement, which no document explains further. */
export function leftToJudgement(said: readonly Said[]): Finding[] {
  return said.flatMap(({ document, sayings }) =>
    sayings.flatMap((saying, n) => {
      if (saying.kind === 'heading' || saying.words.length > 400 || NO_DECISION.test(saying.words)) return []
      const [, sure = 0, what = ''] = HANDS.find(([pattern]) => pattern.test(saying.words)) ?? []
      if (!sure) return []
      const around = sayings.slice(Math.max(0, n - 2), n + 3).filter(({ section }) => section === saying.section)
      const near = around.some(({ words }) => RULE.test(words)) ? 1 : 0.85
      const named = sayings.some(({ words, section }) => section === saying.section && NAMED.test(words)) ? 0.6 : 1
      const form = saying.kind === 'row' ? 0.4 : saying.words.length < 45 ? 0.8 : 1
      const by = owner(document.fields)
      return [
        {
          kind: 'left-to-judgement' as const,
          about: document.title,
          line: `${headed(document.title, saying)} ${what}${by ? ` (${by} keeps it)` : ''}.`,
          words: [saying.words],
          where: [whereSaid(document, saying)],
          button: 'Who decides this?',
          weight: sure * near * named * form,
        },
      ]
    }),
  )
}

const headed = (title: string, { section }: Saying) =>
  section && section !== title ? `“${title}”, under “${section}”,` : `“${title}”`

/** The owner that the page's front matter names. */
function owner(fields: ReadonlyMap<string, unknown>): string | null {
  for (const [name, value] of fields) {
    if (
      /^(?:owners?|owner_?\w+|authors?|maintainers?|contact|responsible_?\w*|keeper|approver)$/i.test(name) &&
      typeof value === 'string' &&
      value.length < 50
    )
      return value
  }
  return null
}
