import type { claimKinds } from '../knowledge/index.ts'
import { wordSegments } from '../text/index.ts'

type Kind = (typeof claimKinds)[number]

/** A claim proposed from a sentence; the speaker decides. */
export interface ProposedClaim {
  statement: string
  holdsWhen: string | null
  kind: Kind
}

const QUESTION = /[?？]\s*$/
const CONDITION =
  /^((?:when|whenever|if|once|while|until|unless|before|after|during|below|above|on|in|at)\b[^,;:]{3,90}),\s/i
/** Words by which people say what makes something hard: cues, warnings, limits. */
const HARD =
  /\b(never|unless|careful|watch(?:es|ing)?|beware|otherwise|too (?:early|late|fast|slow|many|much)|until|if|when|danger|risk|fails?|breaks?|wrong)\b/i
/** Verbs that begin a step of a procedure. */
const STEP =
  /^(?:(?:first|then|next|finally|now|afterwards|last)\b[,:]?\s+)?(?:add|apply|ask|build|call|change|check|clear|click|close|connect|copy|create|delete|deploy|disable|drain|edit|enable|enter|fill|find|give|go|hold|install|keep|look|make|move|open|pause|press|pull|purge|push|put|read|remove|rename|restart|roll|run|save|scale|select|send|set|shut|start|stop|switch|take|tell|test|turn|type|update|use|wait|warm|write)\b/i

/**
 * Proposes a claim from a sentence; null if it states nothing: a question, a greeting, a word or
 * two. The rules are English; sentences of other languages are proposed as they are.
 */
export function proposeClaim(sentence: string): ProposedClaim | null {
  if (QUESTION.test(sentence) || wordsIn(sentence) < 3) return null
  const condition = CONDITION.exec(sentence)?.[1]
  return {
    statement: sentence,
    holdsWhen:
      condition && /^(when|whenever|if|once|while|during|below|above|on|in|at)\b/i.test(condition)
        ? lowerFirst(condition)
        : null,
    kind: STEP.test(sentence) ? 'steps' : HARD.test(sentence) ? 'hard' : 'what',
  }
}

function wordsIn(sentence: string): number {
  let words = 0
  for (const { isWordLike } of wordSegments(sentence)) if (isWordLike) words++
  return words
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
