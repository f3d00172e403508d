import { useState } from 'react'
import type { Finding, Topic } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'

/** A finding that stands as a question: what to send to a colleague, who needs no account until they come. */
export function Forwarding({ finding, topic, question }: { finding: Finding; topic: Topic; question: string }) {
  const space = useSpace()
  const owns = useMay('owner')
  const invite = useDo('invite')
  const page = `/${space}/t/${topic.path}${theirWords(finding, question)}`
  const [path, setPath] = useState(page)
  const message = t.turn.message(finding, window.location.origin + path)
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
        <textarea readOnly rows={7} value={message} onFocus={(event) => event.target.select()} />
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

/** Who is asked whether to keep their own words finds them written down already, to be changed as they like. */
function theirWords({ kind, words }: Finding, question: string): string {
  const own = kind === 'asked-twice' ? words.at(-1) : undefined
  return own ? `?${new URLSearchParams({ answer: question, words: own.slice(0, 1500) })}` : ''
}
