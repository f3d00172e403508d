import { refusalIn } from '../client.ts'
import { language, t } from '../messages/messages.ts'

/**
 * What is said of a refusal: the problem, then the remedy. The server speaks English: elsewhere the catalogue says what kind
 * it is, and the server's words stand beneath.
 */
export function saidOf(error: unknown): { words: string; besides?: string } {
  const { refusal, problem, remedy, own } = refusalIn(error)
  const given = [problem, remedy].filter(Boolean).join(' ')
  if (language === 'en' || own) return { words: given || t.refusals[refusal] }
  return { words: t.refusals[refusal], ...(given && { besides: given }) }
}
