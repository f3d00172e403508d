import { Link } from '@tanstack/react-router'
import type { Thing } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: the notice that an inference was turned on: what is read, what for, and by whom. */
export function ReadHereThing({ thing }: { thing: Extract<Thing, { kind: 'read-here' }> }) {
  const dismiss = useDo('dismiss')
  const space = useSpace()
  const seen = () => dismiss({ thing: thing.inference }).then(focusHeading)
  return (
    <Card
      note={t.readHere.note(day(thing.at))}
      text={<Fill text={t.readHere.told} name={thing.by.name} what={t.readHere[thing.from].told} />}
    >
      <p className="quiet">
        {t.readHere[thing.from].what} {t.readHere.yours}
      </p>
      <Presses>
        <Press className="first" does={seen}>
          {t.readHere.seen}
        </Press>
        <Link to="/$space/me" params={{ space }} className="button plain">
          {t.readHere.toMe}
        </Link>
      </Presses>
    </Card>
  )
}
