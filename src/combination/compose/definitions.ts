import { english, type Form, type How, others } from './definition-forms.ts'
import { isSmall } from './phrases.ts'

/** An explained term, and the form of explanation. */
export interface Definition {
  term: string
  how: How
}

const MOST_LETTERS = 600
const MOST_WORDS = 4
/** The place where two sentences were run together: */
const GLUED = /(?<=\p{Ll}[.?!][”"]?)(?=\p{Lu}[\p{Ll} ])/u

/**
 * Finds the term that a sentence explains, by its form: `A cache is a store of …`, `…, known as a
 * cache`, `cache: the store …`. Null for other forms. Rules only, so that every result can be
 * explained.
 */
export const definitionIn = (sentence: string): Definition | null => readIn(sentence, languages)

/**
 * Finds the term that a sentence defines (`A cache is …`, `A cache means …`), or null; faster than
 * all forms.
 */
export const saidIn = (sentence: string): string | null =>
  MAY_SAY.test(sentence) ? (readIn(sentence, sayings)?.term ?? null) : null

/**
 * Every defining form has one of these words; a quick filter, since whole folders pass through
 * here.
 */
const MAY_SAY =
  / (?:is|are|was|were|be|means?|meant|refers?|stands?|denotes?|ist|sind|versteht|verstehen|bezeichne[nt]|bedeutet|steht|meint|est|sont|désignent?|signifi[a-z]*|correspond|consist[a-z]*|es|son|se) |は/

type InLanguage = { hint?: RegExp; noSubject: RegExp; forms: readonly Form[] }

function readIn(sentence: string, forms: readonly InLanguage[]): Definition | null {
  for (const part of sentence.slice(0, MOST_LETTERS).split(GLUED)) {
    const words = stripReferences(part)
    for (const { hint, noSubject, forms: some } of forms) {
      const found = hint && !hint.test(words) ? null : foundBy(some, words, noSubject.test(words))
      if (found) return found
    }
  }
  return null
}

function foundBy(forms: readonly Form[], words: string, noSubject: boolean): Definition | null {
  for (const { how, pattern, unless, term } of forms) {
    if (term === 'first' && noSubject) continue
    const found = pattern.exec(words)
    if (!found || unless?.test(words)) continue
    return { term: termAt(term, found, words), how }
  }
  return null
}

function termAt(term: Form['term'], found: RegExpExecArray, words: string): string {
  if (term === 'first') return withoutArticle(found.groups?.term ?? '')
  return term === 'after'
    ? firstName(words.slice(found.index + found[0].length))
    : lastName(words.slice(0, found.index))
}

const withoutArticle = (term: string) => term.replace(ARTICLE, '').trim()

/** The name after a phrase such as `called`. */
function firstName(written: string): string {
  const [until = ''] = written.split(/[,.;:!?()”"“’»」]|\s(?:—|–|-)\s|—/u)
  const words = until.trim().split(/\s+/)
  const end = words.findIndex((word, n) => n > 0 && (endsName(word) || ELSEWHERE.test(word)))
  return words.slice(0, end < 0 ? MOST_WORDS : Math.min(end, MOST_WORDS)).join(' ')
}

/** The noun phrase before a gloss. */
function lastName(written: string): string {
  const [japanese] =
    /(?<![\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9])[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9]+$/u.exec(
      written,
    ) ?? []
  if (japanese && /[\p{Script=Han}\p{Script=Katakana}]/u.test(japanese)) return japanese
  const [last = ''] = /[^,.;:!?()—]+$/u.exec(written.replace(/ ?\([^()]*\)$/, '')) ?? []
  const words = last.trim().split(/\s+/).slice(-MOST_WORDS)
  const small = words.findLastIndex(endsName)
  return words
    .slice(small + 1)
    .join(' ')
    .replace(/^[“"„«]|[”"“»]$/gu, '')
}

const endsName = (word: string) => isSmall(word.toLowerCase()) && !/^(?:of|and|or)$/i.test(word)
const ELSEWHERE = /^(?:une?|l[ae]s?|el|los|una|der|die|das|eine?|mit|se|que|qui)$/u

const ARTICLE = /^(?:an?|the|der|die|das|eine?|une?|l[ae]|les|el|los|las|una?)\s+/iu
const OPENING =
  /^(?:(?:However|Thus|Therefore|Hence|First|Second|Third|Finally|Next|Also|In contrast|In fact|For example|For instance|Generally|Similarly|On the other hand|Moreover|Furthermore|In addition|Here|Today|Now|And|But|So|Then|In other words|In general|In short|(?:Remember|Recall|Note) that), |(?:Remember|Recall|Note) that )/u
const NO_SUBJECT =
  /^(?:This|That|These|Those|It|Its|They|Their|We|Our|You|Your|He|His|She|Her|I|My|There|Here|What|Which|Who|Why|How|When|Where|If|While|Although|Because|Since|As|In|On|At|For|From|With|By|After|Before|During|Many|Most|Some|Several|All|Both|Each|Such|Another|Others?|One|Two|To|Not|No|So|And|But|Or|Then|Yes|Examples?|Below|Above|Now)\b/iu
const NO_SUBJECT_ELSEWHERE =
  /^(?:Das|Dies|Diese[rs]?|Es|Er|Sie|Wir|Ich|Hier|Da|Wenn|Was|Wie|Wer|Man|Ce|Cette|Ces|C[’']|Il|Elle|Ils|Elles|On|Nous|Vous|Qui|Quand|Si|Esto|Esta|Este|Eso|Ella|Él|Ellos|Hay|Cuando|Como|Lo|これ|それ|あれ|ここ|私)(?=[\s,’'はとも])/u

/** Removes references in brackets and an opening that only joins a sentence to the one before. */
function stripReferences(sentence: string): string {
  let words = sentence
  if (words.includes('[')) words = words.replace(/(?<!\s)\s*\(?\[[^\]]{1,40}\]\p{Ll}?\)?/gu, '')
  if (words.includes('(')) words = words.replace(/ \([^()]*\b(?:1[6-9]|20)\d\d\)/g, '')
  return words.trim().replace(OPENING, '')
}

const languages: readonly InLanguage[] = [
  { noSubject: NO_SUBJECT, forms: english },
  ...others.map((one) => ({ ...one, noSubject: NO_SUBJECT_ELSEWHERE })),
]
const sayings = languages.map((one) => ({ ...one, forms: one.forms.filter(({ how }) => how === 'says') }))
