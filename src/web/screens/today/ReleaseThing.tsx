import type { Thing } from '../../contract.ts'
import { t } from '../../messages/things.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useDo, useHouse } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: a keeper asks whether a line of the user's in a closed area may be released. */
export function ReleaseThing({ thing }: { thing: Extract<Thing, { kind: 'release' }> }) {
  const answer = useDo('agree-to-release')
  const { me } = useHouse('list-spaces', {})
  const { claim, topic, by, statement, holdsWhen, words } = thing
  const say = async (agree: boolean) => {
    await answer({ claim, agree })
    announce(agree ? t.release.agreed : t.release.kept(topic.area.name))
    focusHeading()
  }
  return (
    <Card
      mode="externalisation"
      topic={topic}
      note={t.release.note}
      quote={holdsWhen ? t.release.line(statement, holdsWhen) : statement}
      text={
        <Fill
          text={by.id === me.id ? t.release.askedSelf : t.release.asked}
          name={by.name}
          topic={<TopicLink topic={topic} />}
        />
      }
    >
      {words !== statement && <p className="quiet">{t.release.words(words)}</p>}
      <p className="quiet">{t.release.goes(topic.area.name)}</p>
      <Presses>
        <Press does={() => say(true)}>{t.release.yes}</Press>
        <Press does={() => say(false)}>{t.release.no(topic.area.name)}</Press>
      </Presses>
    </Card>
  )
}
