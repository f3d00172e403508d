import { useState } from 'react'
import type { Finding, Topic } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'

type ForwardingProps = { finding: Finding; topic: Topic; question: string; brought: string }

/** A finding that stands as a question: what to send to a colleague, who needs no account until they come. */
export function Forwarding({ finding, topic, question, brought }: ForwardingProps) {
  const space = useSpace()
  const owns = useMay('owner')
  const invite = useDo('invite')
  const page = `/${space}/t/${topic.path}${toAnswer(finding, question)}`
  const [path, setPath] = useState(page)
  const message = t.turn.message(finding, window.location.origin + path, brought)
  const letIn = async () => {
    const { path: entry } = await invite.run({ role: 'member' })
    const [door = '', token = ''] = entry.split('#')
    setPath(`${door}?to=${encodeURIComponent(page)}#${token}`)
  }
  const copy = () => navigator.clipboard.writeText(message).then(() => announce(t.turn.copied))
  return (
    <div className="forwarding">
      <p className="quiet">
        {t.turn.asked} <TopicLink topic={topic} />
      </p>
      <label>
        <span className="field-name">{t.turn.send}</span>
        <textarea readOnly rows={10} value={message} onFocus={(event) => event.target.select()} />
      </label>
      <p className="row">
        <button type="button" onClick={() => copy().catch(() => undefined)}>
          {t.turn.copy}
        </button>
        {owns && path === page && (
          <button type="button" className="plain" disabled={invite.busy} onClick={() => letIn().catch(() => undefined)}>
            {t.turn.letIn}
          </button>
        )}
        {path !== page && <small role="status">{t.turn.letInDone}</small>}
      </p>
      <RefusalNote error={invite.error} />
    </div>
  )
}

/** The link opens the question to be answered; who is asked to keep their own words finds them there to be changed. */
function toAnswer({ kind, words }: Finding, question: string): string {
  const own = kind === 'asked-twice' ? words.at(-1) : undefined
  return `?${new URLSearchParams({ answer: question, ...(own ? { words: own.slice(0, 1500) } : {}) })}`
}
