import { english, type Form, type How, others } from './definition-forms.ts'
import { isSmall } from './phrases.ts'

/** A term that a sentence explains, and how. */
export interface Definition {
  term: string
  how: How
}

const MOST_LETTERS = 600
const MOST_WORDS = 4
/** Where two sentences were run together: `… the ladder.Mobility is …`. */
const GLUED = /(?<=\p{Ll}[.?!][”"]?)(?=\p{Lu}\p{Ll})/u

/**
 * What a sentence explains, told by its form: `A cache is a store of …`, `…, known as a cache`, `cache: the store …`.
 * Null where it has none of the forms in which things are explained. Rules only, so that every find can be told why.
 */
export function definitionIn(sentence: string): Definition | null {
  for (const part of sentence.slice(0, MOST_LETTERS).split(GLUED)) {
    const words = bare(part)
    const noSubject = NO_SUBJECT.test(words)
    const found = foundBy(english, words, noSubject) ?? foundInOthers(words)
    if (found) return found
  }
  return null
}

function foundInOthers(words: string): Definition | null {
  for (const { hint, forms } of others) {
    const found = hint.test(words) ? foundBy(forms, words, NO_SUBJECT_ELSEWHERE.test(words)) : null
    if (found) return found
  }
  return null
}

function foundBy(forms: readonly Form[], words: string, noSubject: boolean): Definition | null {
  for (const { how, pattern, unless, about } of forms) {
    if (about && noSubject) continue
    const written = pattern.exec(words)?.groups?.term
    if (written === undefined || unless?.test(words)) continue
    return { term: about ? withoutArticle(written) : how === 'glosses' ? lastName(written) : firstName(written), how }
  }
  return null
}

const withoutArticle = (term: string) => term.replace(ARTICLE, '').trim()

/** What stands after `called`, up to where the sentence goes on. */
function firstName(written: string): string {
  const [until = ''] = written.split(/[,.;:!?()”"“’»」]|\s(?:—|–|-)\s|—/u)
  const words = until.trim().split(/\s+/)
  const end = words.findIndex((word, n) => n > 0 && isSmall(word.toLowerCase()) && !/^(?:of|and|or)$/i.test(word))
  return words.slice(0, end < 0 ? MOST_WORDS : Math.min(end, MOST_WORDS)).join(' ')
}

/** What stands before a gloss, from its article on. */
function lastName(written: string): string {
  const words = written.split(' ')
  const small = words.findLastIndex((word) => isSmall(word.toLowerCase()) && !/^(?:of|and|or)$/i.test(word))
  return words.slice(small + 1).join(' ')
}

const ARTICLE = /^(?:an?|the|der|die|das|eine?|une?|l[ae]|les|el|los|las|una?)\s+/iu
const OPENING =
  /^(?:(?:However|Thus|Therefore|Hence|First|Second|Third|Finally|Next|Also|In contrast|In fact|For example|For instance|Generally|Similarly|On the other hand|Moreover|Furthermore|In addition|Here|Today|Now|And|But|So|Then|In other words|In general|In short|(?:Remember|Recall|Note) that), |(?:Remember|Recall|Note) that )/u
const NO_SUBJECT =
  /^(?:This|That|These|Those|It|Its|They|Their|We|Our|You|Your|He|His|She|Her|I|My|There|Here|What|Which|Who|Why|How|When|Where|If|While|Although|Because|Since|As|In|On|At|For|From|With|By|After|Before|During|Many|Most|Some|Several|All|Both|Each|Such|Another|Others?|One|Two|To|Not|No|So|And|But|Or|Then|Yes|Examples?)\b/u
const NO_SUBJECT_ELSEWHERE =
  /^(?:Das|Dies|Diese[rs]?|Es|Er|Sie|Wir|Ich|Hier|Da|Wenn|Was|Wie|Wer|Man|Ce|Cette|Ces|C[’']|Il|Elle|Ils|Elles|On|Nous|Vous|Qui|Quand|Si|Esto|Esta|Este|Eso|Ella|Él|Ellos|Hay|Cuando|Como|Lo|これ|それ|あれ|ここ|私)(?=[\s,’'はとも])/u

/** A sentence without what refers elsewhere, or only joins it to the one before. */
const bare = (sentence: string) =>
  sentence
    .replace(/\s*\(?\[[^\]]{1,40}\]\p{Ll}?\)?/gu, '')
    .replace(/ \([^()]*\b(?:1[6-9]|20)\d\d\)/g, '')
    .trim()
    .replace(OPENING, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
