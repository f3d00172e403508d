import { useState } from 'react'
import type { Thing } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Answering } from '../../parts/Answering.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: an anonymous question on a topic the user may know. */
export function GapThing({ thing }: { thing: Extract<Thing, { kind: 'gap' }> }) {
  const [writing, setWriting] = useState(false)
  const dismiss = useDo('dismiss')
  const { question, askedAt } = thing
  const notMe = async () => {
    await dismiss({ thing: question.id })
    announce(t.thing.done.declined)
    focusHeading()
  }
  return (
    <Card
      mode="externalisation"
      topic={question.topic}
      note={t.thing.gapNote(day(askedAt))}
      quote={question.words}
      text={<Fill text={t.thing.gap} topic={<TopicLink topic={question.topic} />} />}
    >
      {writing ? (
        <Answering question={question.id} area={question.topic.area} onLeave={() => setWriting(false)} />
      ) : (
        <Presses>
          <button type="button" className="first" onClick={() => setWriting(true)}>
            {t.thing.write}
          </button>
          <Press className="plain" does={notMe}>
            {t.thing.gapNotMe}
          </Press>
        </Presses>
      )}
    </Card>
  )
}
