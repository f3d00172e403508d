import { Link } from '@tanstack/react-router'
import type { Claim, Topic } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useAct } from '../../use-act.ts'

/** Where what people said differs: both sides, each with its circumstances. */
export function WhereWeDiffer({ topic }: { topic: Topic }) {
  const { differences } = useAct('list-differences', { topic: topic.path })
  if (differences.length === 0) return null
  return (
    <section>
      <h2>{t.tending.whereWeDiffer}</h2>
      <ul className="questions">
        {differences.map(({ id, sides }) => (
          <li key={id} className="differ">
            {sides.map((claim) => (
              <Side key={claim.id} claim={claim} />
            ))}
            <small>{t.tending.bothMayBeRight}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Side({ claim: { id, statement, holdsWhen, speaker, confirmedAt, proposedAt } }: { claim: Claim }) {
  const said = t.tending.side(speaker.name, day(confirmedAt ?? proposedAt))
  return (
    <p>
      <Link to="/$space/line/$claim" params={{ space: useSpace(), claim: id }} className="link">
        {statement}
      </Link>
      <small>{holdsWhen ? `${said} · ${holdsWhen}` : said}</small>
    </p>
  )
}
