import { useNavigate, useParams } from '@tanstack/react-router'
import type { Out } from '../contract.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Press, Presses } from '../parts/Press.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useDo } from '../use-act.ts'
import { type Pages, usePages } from '../use-pages.ts'
import { OneFinding } from './scan/OneFinding.tsx'

type Scan = Out<'read-scan'>['scan']
type Outcome = NonNullable<Scan['result']>

/** The Scanned screen: at most five findings, each with its evidence and one button. */
export function Scanned() {
  const { scan: id = '' } = useParams({ strict: false })
  const { first, pages, more } = usePages('read-scan', { scan: id })
  const { scan } = first
  const unread = pages.flatMap((page) => page.scan.result?.unread ?? [])
  return (
    <div className="column scanned">
      <Heading title={t.scan.found(scan.name)}>{scan.name}</Heading>
      {scan.result && <Found scan={scan} result={{ ...scan.result, unread }} more={more} />}
      {scan.state !== 'scanned' && <Scanning progress={scan.progress} />}
      <Forgetting scan={scan.id} />
    </div>
  )
}

function Scanning({ progress }: { progress: string | null }) {
  return (
    <div className="progress">
      <progress aria-label={t.scan.scanning} />
      <small role="status">
        {t.scan.scanning} {progress && <span lang="en">{progress}</span>}
      </small>
    </div>
  )
}

type FoundProps = { scan: Scan; result: Outcome; more: Pages<unknown>['more'] }

function Found({ scan, result, more }: FoundProps) {
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
      <p className="lead">{none ? t.scan.none : t.scan.lead}</p>
      <ol className="things findings">
        {result.findings.map((finding, n) => (
          <li key={finding?.line ?? n}>
            {finding ? (
              <OneFinding
                scan={scan.id}
                scanned={scan.name}
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
      {scan.state === 'scanned' && <WhatWasRead result={result} more={more} />}
    </>
  )
}

function WhatWasRead({ result, more }: Omit<FoundProps, 'scan'>) {
  const { documents, commits, messages, topics, notes, unread, unreadInAll } = result
  return (
    <>
      <p className="quiet">{t.scan.read(documents, commits, messages)}</p>
      {notes.map((note) => (
        <p key={note} className="quiet" lang="en">
          {note}
        </p>
      ))}
      {topics.length > 0 && <p className="quiet">{t.scan.about(topics.slice(0, 10).join(' · '))}</p>}
      {unread.length > 0 && (
        <details>
          <summary>{t.scan.unread(unreadInAll)}</summary>
          <ul className="plain-list unread">
            {unread.map(({ path, reason }) => (
              <li key={path}>
                <span>{path}</span> <small lang="en">{reason}</small>
              </li>
            ))}
          </ul>
          <ShowMore more={more} />
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
    // Navigates away before deletion, so that the deleted scan is not refetched.
    await go({ to: '/$space/have', params: { space } })
    await forget({ scan })
    announce(t.scan.forgotten)
  }
  return (
    <Presses className="row forgetting">
      <Press className="plain" does={run}>
        {t.scan.forget}
      </Press>
    </Presses>
  )
}
