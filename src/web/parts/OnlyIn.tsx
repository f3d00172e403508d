import type { Topic } from '../contract.ts'
import { list } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { useAct } from '../use-act.ts'

const named = 5

/** Names the closed area of a thing and who sees it; nothing for an open one. */
export function OnlyIn({ area }: { area: Topic['area'] }) {
  return area.closed ? <Closed area={area} /> : null
}

function Closed({ area }: { area: Topic['area'] }) {
  const found = useAct('list-areas', {}).areas.find((one) => one.slug === area.slug)
  const names = (found?.people ?? []).map((person) => person.name)
  const more = names.length - named + (found?.others ?? 0)
  const seers = more > 0 ? [...names.slice(0, named), t.topics.moreSee(more)] : names
  return (
    <p className="only-in">
      <svg viewBox="0 0 10 12" aria-hidden="true">
        <path d="M2.5 5V3.5a2.5 2.5 0 0 1 5 0V5M1 5h8v6H1z" />
      </svg>
      <span>
        {t.topics.closed(area.name)}.{seers.length > 0 && ` ${t.topics.seenBy(list(seers))}`}
      </span>
    </p>
  )
}
