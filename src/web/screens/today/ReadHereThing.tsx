import { Link } from '@tanstack/react-router'
import type { Thing } from '../../contract.ts'
import { day, t } from '../../messages/messages.ts'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Something is read here from now on: what, what for, who turned it on; until one has seen it. */
export function ReadHereThing({ thing }: { thing: Extract<Thing, { kind: 'read-here' }> }) {
  const dismiss = useDo('dismiss')
  const space = useSpace()
  const seen = () => dismiss.run({ thing: thing.inference }).then(focusHeading)
  return (
    <Card
      note={t.readHere.note(day(thing.at))}
      text={<Fill text={t.readHere.told} name={thing.by.name} what={t.readHere[thing.from].told} />}
    >
      <p className="quiet">
        {t.readHere[thing.from].what} {t.readHere.yours}
      </p>
      <div className="row">
        <button type="button" className="first" disabled={dismiss.busy} onClick={() => seen().catch(() => undefined)}>
          {t.readHere.seen}
        </button>
        <Link to="/$space/me" params={{ space }} className="button plain">
          {t.readHere.toMe}
        </Link>
      </div>
      <RefusalNote error={dismiss.error} />
    </Card>
  )
}
