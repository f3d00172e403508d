import { Link } from '@tanstack/react-router'
import type { Claim, Topic } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { voiceName } from '../../parts/voice.ts'
import { usePages } from '../../use-pages.ts'

/** The differences between lines of a topic: both sides, each with its circumstances. */
export function WhereWeDiffer({ topic }: { topic: Topic }) {
  const { pages, more } = usePages('list-differences', { topic: topic.path, most: 20 })
  const differences = pages.flatMap((page) => page.differences)
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
      <ShowMore more={more} />
    </section>
  )
}

function Side({ claim: { id, statement, holdsWhen, voice, confirmedAt, proposedAt } }: { claim: Claim }) {
  const said = t.tending.side(voiceName(voice), day(confirmedAt ?? proposedAt))
  return (
    <p>
      <Link to="/$space/line/$claim" params={{ space: useSpace(), claim: id }} className="link">
        {statement}
      </Link>
      <small>{holdsWhen ? `${said} · ${holdsWhen}` : said}</small>
    </p>
  )
}
