import { useState } from 'react'
import type { Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'

type ReleasingProps = { topic: Topic; openly: Topic | null }

/** For a topic of a closed area: its open counterpart, and for keepers the release. */
export function Releasing({ topic, openly }: ReleasingProps) {
  const [open, setOpen] = useState(false)
  const keeps = useMay('keeper')
  if (!topic.area.closed) return null
  return (
    <>
      {openly && (
        <p className="quiet">
          <Fill text={t.releasing.openly} topic={<TopicLink topic={openly} />} area={topic.area.name} />
        </p>
      )}
      {keeps && (
        <button type="button" className="plain small" onClick={() => setOpen(true)}>
          {openly ? t.releasing.again : t.releasing.button}
        </button>
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={openly ? t.releasing.again : t.releasing.button}>
        <What topic={topic} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

/** Explains what the release will show to whom. */
function What({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const release = useDo('release')
  const send = async () => {
    await release({ topic: topic.id })
    announce(t.releasing.done)
    onDone()
  }
  return (
    <Form does={send}>
      <p>{t.releasing.title(topic.title)}</p>
      <p>{t.releasing.lines(topic.area.name)}</p>
      <p>{t.releasing.stays(topic.area.name)}</p>
      <Sending onLeave={onDone}>{t.releasing.submit}</Sending>
    </Form>
  )
}
