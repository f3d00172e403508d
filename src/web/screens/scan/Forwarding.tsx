import { useState } from 'react'
import type { Finding, Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Copy } from '../../parts/Copy.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'

type ForwardingProps = { finding: Finding; topic: Topic; question: string; scanned: string }

/**
 * A finding taken up as a question: the message to forward to a colleague, who needs no account
 * yet.
 */
export function Forwarding({ finding, topic, question, scanned }: ForwardingProps) {
  const space = useSpace()
  const owns = useMay('owner')
  const invite = useDo('invite')
  const page = `/${space}/t/${topic.path}${toAnswer(finding, question)}`
  const [path, setPath] = useState(page)
  const message = t.scan.message(finding, window.location.origin + path, scanned)
  const letIn = async () => {
    const { path: entry } = await invite({ role: 'member' })
    const [door = '', token = ''] = entry.split('#')
    setPath(`${door}?to=${encodeURIComponent(page)}#${token}`)
  }
  return (
    <div className="forwarding">
      <p className="quiet">
        {t.scan.asked} <TopicLink topic={topic} />
      </p>
      <label>
        <span className="field-name">{t.scan.send}</span>
        <textarea readOnly rows={10} value={message} onFocus={(event) => event.target.select()} />
      </label>
      <Presses>
        <Copy words={message} done={t.scan.copied}>
          {t.scan.copy}
        </Copy>
        {owns && path === page && (
          <Press className="plain" does={letIn}>
            {t.scan.letIn}
          </Press>
        )}
        {path !== page && <small role="status">{t.scan.letInDone}</small>}
      </Presses>
    </div>
  )
}

/**
 * The link that opens the question, with the person's own words as a draft if they are asked to
 * keep them.
 */
function toAnswer({ kind, words }: Finding, question: string): string {
  const own = kind === 'asked-twice' ? words.at(-1) : undefined
  return `?${new URLSearchParams({ answer: question, ...(own ? { words: own.slice(0, 1500) } : {}) })}`
}
