import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import type { Moment } from './moments-of.ts'

/** A moment that is evidence about somebody. */
export type FactMoment = Extract<Moment, { with: unknown }>

/** A piece of evidence as an event, with the degree of help. */
export function FactWords({ moment, whole = false }: { moment: FactMoment; whole?: boolean }) {
  const { who, with: other, help, earlier } = moment
  const more = help && help in t.line.helps ? t.line.helps[help as keyof typeof t.line.helps] : ''
  return (
    <>
      <Fill text={wordsOf(moment, whole)} name={who.name} with={other?.name} help={more} />
      {earlier && moment.kind !== 'remembers' && t.line.earlier}
    </>
  )
}

function wordsOf({ kind, with: other, help, earlier }: FactMoment, whole: boolean): string {
  if (kind === 'remembers' && earlier) return t.line.rememberedEarlier
  if (kind === 'remembers') return whole ? t.line.remembersSome : t.line.remembers
  if (kind !== 'did') return t.line[kind]
  if (help === 'watched') return t.line.watched
  if (help === 'looked-after-others') return t.line.lookedAfter
  return other ? t.line.didWith : t.line.did
}
