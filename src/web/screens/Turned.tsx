import { useNavigate, useParams } from '@tanstack/react-router'
import type { Out } from '../contract.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Press, Presses } from '../parts/Press.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useAct, useDo } from '../use-act.ts'
import { OneFinding } from './turn/OneFinding.tsx'

type Scan = Out<'read-scan'>['scan']
type Outcome = NonNullable<Scan['result']>

const aMoment = 700

/** What was found in one thing that I brought: at most five lines, each with what it rests on and one button. */
export function Turned() {
  const { turn: id = '' } = useParams({ strict: false })
  const { scan } = useAct(
    'read-scan',
    { scan: id },
    { every: (out) => (out?.scan.state === 'scanned' ? false : aMoment) },
  )
  return (
    <div className="column turned">
      <Heading title={t.turn.found(scan.name)}>{scan.name}</Heading>
      {scan.result && <Found scan={scan} result={scan.result} />}
      {scan.state !== 'scanned' && <Turning progress={scan.progress} />}
      <Forgetting scan={scan.id} />
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

function Found({ scan, result }: { scan: Scan; result: Outcome }) {
  if (result.fault) {
    return (
      <p className="refusal" role="alert" lang="en">
        {result.fault}
      </p>
    )
  }
  const none = result.findings.length === 0
  return (
    <>
      <p className="lead">{none ? t.turn.none : t.turn.lead}</p>
      <ol className="things findings">
        {result.findings.map((finding, n) => (
          <li key={finding?.line ?? n}>
            {finding ? (
              <OneFinding
                scan={scan.id}
                brought={scan.name}
                n={n}
                finding={finding}
                takenUp={scan.takenUp.find((one) => one.finding === n)}
              />
            ) : (
              <p className="quiet">{t.readHere.theirsFirst}</p>
            )}
          </li>
        ))}
      </ol>
      {scan.state === 'scanned' && <WhatWasRead result={result} />}
    </>
  )
}

function WhatWasRead({ result: { documents, commits, messages, topics, unread } }: { result: Outcome }) {
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

function Forgetting({ scan }: { scan: string }) {
  const space = useSpace()
  const go = useNavigate()
  const forget = useDo('forget-scan')
  const run = async () => {
    // One is gone from here before it is: what is read again then is not this.
    await go({ to: '/$space/have', params: { space } })
    await forget({ scan })
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
