import { useState } from 'react'
import type { Topic } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'

type ReleasingProps = { topic: Topic; openly: Topic | null }

/** Of a topic in a closed area: where it is open to everybody too, and for keepers the way to open it. */
export function Releasing({ topic, openly }: ReleasingProps) {
  const [open, setOpen] = useState(false)
  const keeps = useMay('keeper')
  if (!topic.area.closed) return null
  return (
    <>
      {openly && (
        <p className="quiet">
          <Fill text={t.release.openly} topic={<TopicLink topic={openly} />} area={topic.area.name} />
        </p>
      )}
      {keeps && (
        <button type="button" className="plain small" onClick={() => setOpen(true)}>
          {openly ? t.release.again : t.release.button}
        </button>
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={openly ? t.release.again : t.release.button}>
        <What topic={topic} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

/** What will be seen, by whom, before it is done. */
function What({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const release = useDo('release')
  const send = async () => {
    await release.run({ topic: topic.id })
    announce(t.release.done)
    onDone()
  }
  return (
    <form action={() => send().catch(() => undefined)} className="form">
      <p>{t.release.title(topic.title)}</p>
      <p>{t.release.lines(topic.area.name)}</p>
      <p>{t.release.stays(topic.area.name)}</p>
      <RefusalNote error={release.error} />
      <div className="row">
        <button type="submit" className="first" disabled={release.busy}>
          {t.release.submit}
        </button>
        <button type="button" className="plain" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </form>
  )
}
