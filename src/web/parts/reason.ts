import type { Reason } from '../contract.ts'
import { shortDay } from '../messages/messages.ts'
import { t } from '../messages/more.ts'

type Shown = Omit<Reason, 'stands' | 'evidence'>

/** A reason why somebody may know, with day and subject: */
export function reason(why: Shown, day = shortDay): string {
  const [told, quote] = [toldOf(why, day(why.at)), why.earlier ? '' : quoted(why.about)]
  return quote ? `${told} · ${quote}` : told
}

function toldOf({ kind, with: other, help, about, earlier }: Shown, on: string): string {
  if (kind === 'did') {
    const did = t.evidence.did(on, other?.name, help ?? undefined)
    return earlier ? t.evidence.earlier(did) : did
  }
  if (kind === 'remembers' && earlier) return t.evidence.rememberedEarlier(on)
  if (kind === 'remembers' && about.kind === 'claim') return t.evidence.remembersLine(on)
  return t.evidence[kind](on, other?.name)
}

const MOST = 90

function quoted(about: Reason['about']): string {
  if (about.kind === 'claim') return about.statement === null ? t.evidence.takenOut : inQuotes(about.statement)
  return about.kind === 'question' ? inQuotes(about.words) : ''
}

const inQuotes = (words: string) =>
  t.evidence.quoted(words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words)
