import { useState } from 'react'
import type { Claim, Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { AskSheet } from '../../parts/AskSheet.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpeaksFor } from '../../parts/use-speaks-for.ts'
import { speakerIn, voiceName } from '../../parts/voice.ts'
import { usePages } from '../../use-pages.ts'

/** Lines that can only be shown, each with a button to ask for a showing. */
export function BetterShown({ topic }: { topic: Topic }) {
  const { pages, more } = usePages('list-claims', { topic: topic.path, sayable: 'shown', most: 20 })
  const shown = pages.flatMap(({ claims }) => claims)
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{t.topic.betterShown}</h2>
      <ul className="questions">
        {shown.map((claim) => (
          <ToBeShown key={claim.id} topic={topic} claim={claim} />
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  )
}

function ToBeShown({ topic, claim }: { topic: Topic; claim: Claim }) {
  const [asking, setAsking] = useState(false)
  const takesPart = useMay('member')
  const { voice, statement } = claim
  const mine = useSpeaksFor(voice)
  const speaker = speakerIn(voice)
  return (
    <li>
      <p>{statement}</p>
      <small>{mine ? t.topic.youWouldShow : t.topic.wouldShow(voiceName(voice))}</small>
      {takesPart && !mine && speaker && (
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
        {...(speaker && { of: speaker })}
        words={t.topic.showMe(statement)}
        line={claim.id}
      />
    </li>
  )
}
