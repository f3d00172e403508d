import { refusalIn } from '../client.ts'
import { language, t } from '../messages/messages.ts'

/**
 * The text of a refusal: problem, then remedy. The server speaks English; in other languages the
 * catalogue names the kind of refusal, with the server's text beneath.
 */
export function saidOf(error: unknown): { words: string; besides?: string } {
  const { refusal, problem, remedy, own } = refusalIn(error)
  const given = [problem, remedy].filter(Boolean).join(' ')
  if (language === 'en' || own) return { words: given || t.refusals[refusal] }
  return { words: t.refusals[refusal], ...(given && { besides: given }) }
}
