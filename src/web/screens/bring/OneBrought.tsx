import { Link } from '@tanstack/react-router'
import { t } from '../../messages/more.ts'
import { Mark } from '../../parts/Mark.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useSpace } from '../../parts/use-space.ts'
import type { Brought, State, Way } from './brought.ts'

type OneBroughtProps = {
  brought: Brought
  busy: boolean
  onWay: (way: Way) => void
  onLeaveOut: () => void
}

const ways = Object.entries(t.bring.ways) as [Way, string][]

/** One document being brought: its name, what it becomes, and its progress. */
export function OneBrought({ brought, busy, onWay, onLeaveOut }: OneBroughtProps) {
  const { name, title, way, state, text } = brought
  const open = state.is === 'waiting' || state.is === 'refused'
  return (
    <li className={`brought ${state.is}`}>
      <div>
        <p className="brought-title">{title || name}</p>
        {title && <small>{name}</small>}
      </div>
      {open ? (
        <div className="row">
          {text && (
            <select
              aria-label={t.bring.as(name)}
              value={way}
              disabled={busy}
              onChange={(event) => onWay(event.target.value as Way)}
            >
              {ways.map(([one, words]) => (
                <option key={one} value={one}>
                  {words}
                </option>
              ))}
            </select>
          )}
          <button
            type="button"
            className="plain small"
            disabled={busy}
            aria-label={t.bring.leaveOutNamed(name)}
            onClick={onLeaveOut}
          >
            {t.bring.leaveOut}
          </button>
        </div>
      ) : (
        <ArrivalState name={title || name} state={state} />
      )}
      {state.is === 'refused' && (
        <div className="why-not">
          <RefusalNote error={state.error} />
          {!state.forGood && (brought.file || brought.address) && <small>{t.bring.notKept}</small>}
        </div>
      )}
    </li>
  )
}

function ArrivalState({ name, state }: { name: string; state: State }) {
  const space = useSpace()
  if (state.is !== 'in') return <small>{t.bring.going}</small>
  return (
    <p className="row came">
      <Mark mode="combination" open={state.already} />
      {state.topic && <TopicLink topic={state.topic}>{t.bring.cameAsPage}</TopicLink>}
      {state.source && (
        <Link to="/$space/source/$source" params={{ space, source: state.source }} className="link">
          {state.already ? t.bring.already : t.bring.came}
          <span className="unseen"> ({name})</span>
        </Link>
      )}
    </p>
  )
}
