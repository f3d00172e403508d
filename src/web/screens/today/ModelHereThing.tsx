import type { Thing } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/things.ts'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: the notice that a model was turned on: which, where it runs, and what it is sent. */
export function ModelHereThing({ thing }: { thing: Extract<Thing, { kind: 'model-here' }> }) {
  const dismiss = useDo('dismiss')
  const seen = () => dismiss({ thing: thing.use }).then(focusHeading)
  const area = thing.area.closed ? thing.area.name : t.modelHere.open
  return (
    <Card
      note={t.modelHere.note(day(thing.at))}
      text={<Fill text={t.modelHere.told} name={thing.by.name} model={thing.model} where={thing.where} area={area} />}
    >
      <p className="quiet">
        {t.modelHere.sent} {t.modelHere.made}
      </p>
      <Presses>
        <Press className="first" does={seen}>
          {t.modelHere.seen}
        </Press>
      </Presses>
    </Card>
  )
}
