import type { Thing } from '../../contract.ts'
import { t } from '../../messages/things.ts'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useDo } from '../../use-act.ts'
import { Card } from './Card.tsx'

/** Item: something was inferred about the user, who may let it be seen. */
export function InferredThing({ thing }: { thing: Extract<Thing, { kind: 'inferred' }> }) {
  const see = useDo('let-be-seen')
  const dismiss = useDo('dismiss')
  const { scan, finding, line, brought, by } = thing
  const letSee = () => see({ scan, finding, seen: true }).then(focusHeading)
  const aside = () => dismiss({ thing: `${scan} ${finding}` }).then(focusHeading)
  return (
    <Card
      note={t.readHere.aboutYouNote}
      quote={line}
      text={<Fill text={t.readHere.aboutYouSaid} name={by.name} brought={brought} />}
    >
      <p className="quiet">{t.readHere.aboutYouMore}</p>
      <Presses>
        <Press does={letSee}>{t.readHere.letSee(by.name)}</Press>
        <Press does={aside}>{t.readHere.aboutYouAside}</Press>
      </Presses>
    </Card>
  )
}
