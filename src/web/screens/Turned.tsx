import { useNavigate, useParams } from '@tanstack/react-router'
import type { Out } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Press, Presses } from '../parts/Press.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useAct, useDo } from '../use-act.ts'
import { OneFinding } from './turn/OneFinding.tsx'

type Turn = Out<'read-turn'>['turn']
type Outcome = NonNullable<Turn['turned']>

const aMoment = 700

/** What was found in one thing that I brought: at most five lines, each with what it rests on and one button. */
export function Turned() {
  const { turn: id = '' } = useParams({ strict: false })
  const { turn } = useAct(
    'read-turn',
    { turn: id },
    { every: (out) => (out?.turn.state === 'turned' ? false : aMoment) },
  )
  return (
    <div className="column turned">
      <Heading title={t.turn.found(turn.name)}>{turn.name}</Heading>
      {turn.turned && <Found turn={turn} turned={turn.turned} />}
      {turn.state !== 'turned' && <Turning progress={turn.progress} />}
      <Forgetting turn={turn.id} />
    </div>
  )
}

function Turning({ progress }: { progress: string | null }) {
  return (
    <div className="progress">
      <progress aria-label={t.turn.turning} />
      <small role="status">
        {t.turn.turning} {progress && <span lang="en">{progress}</span>}
      </small>
    </div>
  )
}

function Found({ turn, turned }: { turn: Turn; turned: Outcome }) {
  if (turned.fault) {
    return (
      <p className="refusal" role="alert" lang="en">
        {turned.fault}
      </p>
    )
  }
  const none = turned.findings.length === 0
  return (
    <>
      <p className="lead">{none ? t.turn.none : t.turn.lead}</p>
      <ol className="things findings">
        {turned.findings.map((finding, n) => (
          <li key={finding?.line ?? n}>
            {finding ? (
              <OneFinding
                turn={turn.id}
                brought={turn.name}
                n={n}
                finding={finding}
                takenUp={turn.takenUp.find((one) => one.finding === n)}
              />
            ) : (
              <p className="quiet">{t.readHere.theirsFirst}</p>
            )}
          </li>
        ))}
      </ol>
      {turn.state === 'turned' && <WhatWasRead turned={turned} />}
    </>
  )
}

function WhatWasRead({ turned: { documents, commits, messages, topics, unread } }: { turned: Outcome }) {
  return (
    <>
      <p className="quiet">{t.turn.read(documents, commits, messages)}</p>
      {topics.length > 0 && <p className="quiet">{t.turn.about(topics.slice(0, 10).join(' · '))}</p>}
      {unread.length > 0 && (
        <details>
          <summary>{t.turn.unread(unread.length)}</summary>
          <ul className="plain-list unread">
            {unread.map(({ path, reason }) => (
              <li key={path}>
                <span>{path}</span> <small lang="en">{reason}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Forgetting({ turn }: { turn: string }) {
  const space = useSpace()
  const go = useNavigate()
  const forget = useDo('forget-turn')
  const run = async () => {
    // One is gone from here before it is: what is read again then is not this.
    await go({ to: '/$space/have', params: { space } })
    await forget({ turn })
    announce(t.turn.forgotten)
  }
  return (
    <Presses className="row forgetting">
      <Press className="plain" does={run}>
        {t.turn.forget}
      </Press>
    </Presses>
  )
}
