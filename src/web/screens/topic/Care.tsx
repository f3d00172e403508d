import { useState } from 'react'
import type { Out, Topic } from '../../contract.ts'
import { day, list, todayHere } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useAct, useDo, useHouse } from '../../use-act.ts'

/** A note above a page past its review date, with a button to confirm it. */
export function PastItsDate({ topic }: { topic: Topic }) {
  const { review } = useAct('topic-care', { topic: topic.path })
  if (!review?.past) return null
  return (
    <div className="past-date">
      <p>{t.tending.past(day(review.due))}</p>
      <Still topic={topic} />
    </div>
  )
}

/** Below a page: its keepers, the last confirmation and the next review. */
export function Care({ topic }: { topic: Topic }) {
  const care = useAct('topic-care', { topic: topic.path })
  const { me } = useHouse('list-spaces', {})
  const said = sayings(care, me.id)
  return (
    <div className="care">
      {said.length > 0 && <p className="quiet">{said.join(' ')}</p>}
      {!care.review?.past && <Still topic={topic} />}
    </div>
  )
}

function sayings({ keepers, iKeep, still, review }: Out<'topic-care'>, me: string): string[] {
  const others = keepers.filter(({ id }) => id !== me).map(({ name }) => name)
  return [
    iKeep ? t.tending.youKeep : '',
    others.length > 0 ? t.tending.keptBy(list(others)) : '',
    still
      ? still.by.id === me
        ? t.tending.stillByYou(day(still.at))
        : t.tending.stillBy(still.by.name, day(still.at))
      : '',
    review && !review.past ? t.tending.dueOn(day(review.due)) : '',
  ].filter(Boolean)
}

/** A button that confirms a page; asks for the next review day if the page has one. */
function Still({ topic }: { topic: Topic }) {
  const takesPart = useMay('member')
  const { review } = useAct('topic-care', { topic: topic.path })
  const [asking, setAsking] = useState(false)
  const still = useDo('still-true')
  if (!takesPart) return null
  const say = async (next?: string) => {
    await still({ topic: topic.id, ...(next && { next }) })
    announce(t.tending.saidStill)
    setAsking(false)
  }
  return (
    <>
      {/* A page with a review day asks for the next one first. */}
      <Press className="small" does={() => (review ? setAsking(true) : say())}>
        {t.tending.stillTrue}
      </Press>
      <Sheet open={asking} onClose={() => setAsking(false)} title={t.tending.again}>
        <Presses>
          {[3, 6, 12].map((months) => (
            <Press key={months} does={() => say(inMonths(months))}>
              {t.tending.againIn(months)}
            </Press>
          ))}
          <Press className="plain" does={say}>
            {t.tending.againNever}
          </Press>
        </Presses>
      </Sheet>
    </>
  )
}

function inMonths(months: number): string {
  const date = new Date()
  date.setMonth(date.getMonth() + months)
  return todayHere(date)
}
