import { sentencesIn, withoutChatCode } from '../text/index.ts'
import { termsOf } from './chat-terms.ts'

const ASKING =
  /^(?:how|where|what|which|why|when|who|whose|is there|are there|does|do (?:we|i|people)|can (?:i|we|one|someone|somebody|anyone|anybody)|could (?:someone|somebody|anyone|anybody)|may (?:i|we)|has any(?:one|body)|is it possible|any(?:one|body) (?:know|got|have|remember)|(?:do|does|did) any(?:one|body) know|any (?:idea|advice|pointers?|suggestions?)|(?:do|can|could) you (?:know|remember|tell me|remind me) (?:how|where|what|which|why|when|who|if|whether)|wie|wo|woher|was|welche\p{L}*|warum|wieso|wann|wer|gibt es|kann (?:man|ich|jemand)|wei(?:ß|ss) jemand|comment|où|quel\p{L}*|pourquoi|quand|qui|est-ce|y a-t-il|peut-on|cómo|dónde|qué|cuál\p{L}*|por qué|cuándo|quién|hay|se puede|alguien sabe)(?!\p{L})/iu

/** Words before a question that are not part of it. */
const OPENING =
  /^(?:(?:hi|hey|hello|morning|good morning|sorry|so|ok|okay|and|but|also|hmm+|um+|um|uh|quick question|question|stupid question|dumb question|please|folks|all|team|everyone|everybody|guys|there|again|@[\p{L}\p{N}._-]+(?: \p{Lu}[\p{L}'-]+)?)[\s,:;.!–—-]+)+(?=\S)/iu

/** Questions about the moment, whose answers nobody would look up. */
const PASSING =
  /\b(?:today|tonight|tomorrow|yesterday|tonite|right now|at the moment|currently|just now|this (?:morning|afternoon|evening|week|time)|next week|still (?:down|up|there|open|on|broken|waiting|working)|(?:is|are) \S+(?: \S+)? (?:down|up|slow|broken)(?: for| again|\?)|how (?:are|is|was|did|come)|how about|what about|what'?s up|what do you (?:think|mean|say)|what happened|what did you|who (?:is|are|was|wants|wanna|else|did|broke|left)|who's|when (?:are|will|is) (?:you|we|he|she|they)|when can (?:you|we)|why (?:did|are|do|would|don'?t|not) (?:you|he|she|they)|where are (?:you|we|they)|where (?:is|'s) every|lunch|coffee|beer|can we (?:meet|talk|move|do|have|get)|anyone (?:up|free|around|here|else)|which one)\b/iu

const MOST_LETTERS = 400
const LEAST_TERMS = 2
/** A question that refers to something said before says less by itself. */
const POINTING = /\b(?:it|this|these|those|them|such|that one|the same)\b/i
const LEAST_WHEN_POINTING = 4
const LATIN = /\p{sc=Latin}/u

/** The question of a message in its own sentence; null if it has none that could be asked again. */
export function questionIn(words: string): string | null {
  for (const sentence of sentencesOf(words)) {
    if (sentence.length > MOST_LETTERS) continue
    const asked = sentence.replace(OPENING, '').trim()
    if (!isAsking(asked) || PASSING.test(asked)) continue
    if (termsOf(asked).size >= (POINTING.test(asked) ? LEAST_WHEN_POINTING : LEAST_TERMS))
      return asked.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  }
  return null
}

function isAsking(sentence: string): boolean {
  if (!/[?？]["”’)]?$|か。?$/u.test(sentence))
    return /^(?:any(?:one|body) know|does any(?:one|body) know|how (?:do|can) (?:i|we))\b/i.test(sentence)
  return ASKING.test(sentence) || !LATIN.test(sentence)
}

/** The sentences of a message, without quotes and code. */
const sentencesOf = (words: string): string[] =>
  sentencesIn(withoutChatCode(words, '\n').replace(/^>.*$/gm, ''), { uncapitalised: true }).map(({ text }) =>
    text.replace(/\?+!*\??$/, '?'),
  )
