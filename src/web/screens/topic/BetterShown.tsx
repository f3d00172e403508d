import { useState } from 'react'
import type { Claim, Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { AskSheet } from '../../parts/AskSheet.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useAct, useHouse } from '../../use-act.ts'

/** What people said has to be shown: whoever wants to see it asks them, and they may say no. */
export function BetterShown({ topic }: { topic: Topic }) {
  const { claims } = useAct('list-claims', { topic: topic.path })
  const shown = claims.filter(({ sayable }) => sayable === 'shown')
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{t.topic.betterShown}</h2>
      <ul className="questions">
        {shown.map((claim) => (
          <ToBeShown key={claim.id} topic={topic} claim={claim} />
        ))}
      </ul>
    </section>
  )
}

function ToBeShown({ topic, claim }: { topic: Topic; claim: Claim }) {
  const { me } = useHouse('list-spaces', {})
  const [asking, setAsking] = useState(false)
  const takesPart = useMay('member')
  const { speaker, statement } = claim
  const mine = speaker.id === me.id
  return (
    <li>
      <p>{statement}</p>
      <small>{mine ? t.topic.youWouldShow : t.topic.wouldShow(speaker.name)}</small>
      {takesPart && !mine && (
        <div className="row">
          <button type="button" className="small" onClick={() => setAsking(true)}>
            {t.topic.askToShow(speaker.name)}
          </button>
        </div>
      )}
      <AskSheet
        open={asking}
        onClose={() => setAsking(false)}
        topic={topic}
        of={speaker}
        words={t.topic.showMe(statement)}
        line={claim.id}
      />
    </li>
  )
}
