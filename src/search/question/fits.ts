import { SPEAKER } from '../../knowledge/index.ts'
import type { Wants } from './question-words.ts'
import type { Question } from './read-question.ts'

/**
 * Whether a sentence says the kind of thing that a question wants: a duration for how long, a name
 * for who.
 */
export function fits({ wants, content, known }: Question, said: string): boolean {
  const text = said.normalize('NFKC').replace(SPEAKER, '')
  if (wants === null) return true
  if (wants === 'definition') return saysWhatItIs(text, content, known)
  if (wants === 'name') return namesSomebody(said.normalize('NFKC'), content)
  if (wants === 'place' && content.length === 1) return standsThere(text, content[0])
  // A duration does not answer how many.
  const counted = wants === 'amount' ? text.replace(LENGTH, ' ').replace(/\d{1,2}:\d\d/g, ' ') : text
  return SAYS[wants].every((pattern) => counted.search(pattern) >= 0)
}

const COUNT =
  '\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|half|a few|several|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|fünfzehn|zwanzig|dreißig|halbe|deux|trois|quatre|cinq|sept|huit|neuf|dix|quinze|vingt|trente|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta|[一二两三四五六七八九十百数]+'
const NUMBER = `(?:${COUNT}|an?|some|ein(?:e[nr]?)?|un[ae]?)`
const UNIT =
  '(?:ms|s|sec(?:ond)?s?|min(?:ute)?s?|h|hours?|days?|nights?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tagen?|tage|wochen?|monate?n?|jahre?n?|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|semanas?|meses|mes|años?)'
const LENGTH = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:${NUMBER}(?:[ -]?(?:to|bis|à|a|–|-|or|oder|ou|o|and a half)[ -]?${NUMBER})?[\\s-]+(?:working |full |whole )?|\\d[\\d.,]*)${UNIT}(?![\\p{L}\\p{N}])|[\\d一二两三四五六七八九十数]+\\s*个?(?:秒|分|時間|日|週間|か月|ヶ月|年|分钟|小时|天|周|个月)`,
  'giu',
)
const LASTS =
  /\b(?:tak(?:e|es|en|ing)|took|lasts?|lasted|needs?|duration|time|dauer[nt]?|dauerte|braucht|brauchen|zeit|prend|prennent|dure|durent|durée|temps|faut|met|tarda|tardan|dura|duran|duración|tiempo|lleva|demora)\b|:|かか|所要|続|間で|需要|花|持续|耗时/iu

const WHEN =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\bin may\b|\d{1,2}[:h.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|o'clock|heures)\b|\b\d{4}-\d{2}(?:-\d{2})?\b|\b(?:daily|weekly|monthly|hourly|nightly|yearly|noon|midnight|today|tomorrow|tonight|morning|afternoon|evening|every (?:day|week|month|hour|night|year|quarter)|(?:first|last) day)\b|\b(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|januar|februar|märz|mai|juni|juli|oktober|dezember|täglich|wöchentlich|monatlich|jeden (?:tag|morgen|abend|monat)|mittags?|mitternacht|morgens|abends)\b|(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|midi|minuit|chaque (?:jour|semaine|mois)|tous les (?:jours|mois))s?(?!\p{L})|(?<!\p{L})(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|mediodía|medianoche|cada (?:día|semana|mes)|todos los días|a las \d)(?!\p{L})|[月火水木金土日]曜|\d+月|\d+日|\d+時|毎[日週月年朝晩]|正午|午前|午後|周[一二三四五六日]|星期|每[天周月年]|上午|下午|点/iu
/** Phrases that give a time by another event. */
const WHENEVER =
  /(?<!\p{L})(?:when|whenever|after|before|once|as soon as|until|during|while|as long as|sobald|wenn|nachdem|bevor|während|solange|bis|après|avant|dès que|lorsque|quand|pendant|después|antes|cuando|durante|hasta)(?!\p{L})|とき|時に|前に|後に|たら|之前|之后|以后|的时候/iu

const WHERE =
  /(?<!\p{L})(?:in|at|on|under|below|behind|beside|above|inside|within|near|next to|from|into|im|am|auf|unter|hinter|neben|über|bei|beim|an|aus|ins|zum|dans|sur|sous|derrière|chez|au|aux|à|près|en|sobre|bajo|detrás|junto|dentro)(?!\p{L})|https?:|[/\\]\w|[にで]|在|里|上|下/iu

const STANDS =
  /^[^.;:,!?]{0,24}?(?<!\p{L})(?:is|are|lies?|hangs?|stands?|lives?|sits?|stays?|(?:kept|stored|found)|liegt|liegen|hängt|hängen|steht|stehen|ist|sind|est|sont|trouven?t?|está|están|encuentran?)(?!\p{L})/iu

/**
 * Verbs of being or lying somewhere; a sentence with only a preposition of place may be about
 * anything.
 */
function standsThere(text: string, word: Question['content'][number] | undefined): boolean {
  const at = word && (word.run ? text.indexOf(word.word) + word.word.length : endOf(text.toLowerCase(), word.word)?.to)
  if (at === undefined) return false
  return word?.run ? WHERE.test(text.slice(at)) : STANDS.test(text.slice(at)) && WHERE.test(text.slice(at))
}

const SAYS: Record<Exclude<Wants, 'definition' | 'name'>, RegExp[]> = {
  length: [LENGTH, LASTS],
  time: [new RegExp(`${WHEN.source}|${WHENEVER.source}`, 'iu')],
  place: [WHERE],
  amount: [
    new RegExp(
      `\\d|(?<!\\p{L})(?:${COUNT}|once|twice|(?:each|every) (?:\\p{L}*day|week|month|year|hour|night|morning|quarter)|no|none|daily|weekly|einmal|zweimal|jede[nrs]?|kein[e]?|täglich|chaque|aucune?|cada|ningun[oa]?)(?!\\p{L})|[一二三四五六七八九十毎每]`,
      'iu',
    ),
  ],
}

const IS = `(?:is|are|was|means?|stands for|refers to|ist|sind|bedeutet|heißt|est|sont|désigne|signifie|c['’]est|es|son|significa)`
const WHAT = String.raw`(?:an?|the|when|any|every|our|one|what|how|where|that|something|somebody|eine?[nrs]?|der|die|das|wenn|was|unser[es]?|un|une|le|la|les|l['’]|quand|ce|una|el|los|las|cuando|lo)(?![\p{L}])`
const NAMED = new RegExp(
  `^[\\s"“”„»)*_]*(?:\\([^)]*\\)\\s*)?(?:${IS}\\s+(?:also |auch |aussi |también )?${WHAT}|[:=–—]\\s*\\S|;[^:;]{1,40}:\\s|(?:means?|stands for|refers to|bedeutet|heißt|désigne|signifie|significa)\\s)`,
  'iu',
)
const KNOWN = new RegExp(`^[^.;!?]{0,40}?(?:(?<!\\p{L})${IS}(?![\\p{L}])|[:=–—])\\s*\\S`, 'iu')
/** The few words that may precede a definition's subject. */
const BEFORE =
  /^(?:[^:;]{1,40}:\s)?[\s"“„«*_(]*(?:(?:(?:an?|the|our|in short,|eine?|der|die|das|unsere?|une?|le|la|les|notre|una?|el|los|las|nuestr[oa])(?=\s)|l['’])[\s"“„«*_(]*)?$/iu
const DEFINED_RUN = /^[」』"）)]*(?:とは|は|というのは|是|指|：|:)/u

/** A definition follows its subject: `A freeze is when nobody deploys.` */
function saysWhatItIs(text: string, content: Question['content'], known: boolean): boolean {
  const plain = text.toLowerCase()
  const last = content.at(-1)
  if (!last) return false
  if (last.run) {
    const at = plain.indexOf(last.word)
    return at >= 0 && at <= 3 && DEFINED_RUN.test(plain.slice(at + last.word.length))
  }
  const ends = content.map(({ word }) => endOf(plain, word))
  const first = Math.min(...ends.map((one) => one?.from ?? Number.POSITIVE_INFINITY))
  const end = Math.max(...ends.map((one) => one?.to ?? -1))
  if (end < 0) return false
  return (known ? KNOWN : NAMED).test(text.slice(end)) && (known || BEFORE.test(text.slice(0, first)))
}

/** The position of a word with any ending. */
function endOf(plain: string, word: string): { from: number; to: number } | undefined {
  const stem = word.slice(0, Math.max(3, word.length - 2))
  const found = new RegExp(`(?<!\\p{L})${stem.replace(/[^\p{L}\p{N}]/gu, '')}[\\p{L}\\p{N}]*`, 'u').exec(plain)
  return found ? { from: found.index, to: found.index + found[0].length } : undefined
}

const ROLES =
  /(?<!\p{L})(?:who|teams?|leads?|owners?|keepers?|admins?|managers?|engineers?|on-call|support|nobody|everybody|everyone|anyone|anybody|somebody|whoever|wer|niemand|jeder|alle|leitung|chef|responsable|équipe|personne|equipo|nadie|todos|encargad[oa]|quien)(?!\p{L})|さん|チーム|担当|部長|課長|全員|团队|负责人|经理|大家/iu
const SMALL =
  /^(?:the|an?|this|that|these|those|it|we|you|they|he|she|if|when|where|what|how|why|do|does|not|never|always|no|yes|all|each|every|please|first|then|after|before|only|at|in|on|for|from|to|with|by|and|or|but|as|so|is|are|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|der|die|das|ein|eine|wir|ihr|sie|es|man|le|la|les|un|une|el|los|las|una|il|elle|on|nous|vous)$/i
const GERMAN = /(?<!\p{L})(?:der|die|das|und|ist|nicht|ein|eine|den|dem|wir|wird|mit|von|zum|zur|darf|muss)(?!\p{L})/giu
const VERB =
  /^\s+(?:(?:and|und|et|y|&) \p{Lu}\p{Ll}+\s+)?(?:\p{Ll}+(?:s|t)|may|can|and|must|will|knows?|darf|kann|muss|peut|doit|puede|debe|\p{Ll}+[ae])(?![\p{L}])/u
const GERMAN_VERB =
  /^\s+(?:und \p{Lu}\p{Ll}+\s+)?(?:\p{Ll}{2,}t|darf|kann|muss|dürfen|können|müssen|\p{Ll}+en)(?![\p{L}])/u
const BY_GERMAN = /(?:von|durch|bei|fragt?|ist|sind|heißt|und|oder|an)\s+$/iu

/** Whether a sentence has a name or a role beyond the question's own words. */
function namesSomebody(said: string, content: Question['content']): boolean {
  if (ROLES.test(said) || content.some(({ run }) => run)) return ROLES.test(said)
  if (SPEAKER.test(said)) return true
  const asked = content.map(({ word }) => word.slice(0, Math.max(3, word.length - 2)))
  const german = (said.match(GERMAN) ?? []).length >= 2
  for (const { 0: word, index } of said.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu)) {
    if (SMALL.test(word) || asked.some((one) => word.toLowerCase().startsWith(one))) continue
    const begins = /(?:^|[.!?:;]\s+|^\s*[-*|]\s*)$/u.test(said.slice(0, index))
    const after = said.slice(index + word.length)
    if (begins ? (german ? GERMAN_VERB : VERB).test(after) : !german || BY_GERMAN.test(said.slice(0, index)))
      return true
  }
  return false
}
