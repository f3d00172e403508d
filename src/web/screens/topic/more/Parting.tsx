import type { Topic } from '../../../contract.ts'
import { day } from '../../../messages/messages.ts'
import { t } from '../../../messages/more.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { Press } from '../../../parts/Press.tsx'
import { useAct, useDo } from '../../../use-act.ts'
import type { TendingProps } from './More.tsx'
import { useGoTo } from './use-go-to.ts'

/** The joined topics, each with a button to part it. */
export function Parting({ topic, onDone }: TendingProps) {
  const { joined } = useAct('topic-care', { topic: topic.path })
  return (
    <ul className="plain-list was-joined">
      {joined.map(({ topic: id, title, by, at }) => (
        <li key={id}>
          <p>{t.tending.joinedBy(title, by.name, day(at))}</p>
          <Part id={id} title={title} onDone={onDone} />
        </li>
      ))}
    </ul>
  )
}

/** A note after joining, with an undo button. */
export function JustJoined({ joined, onDone }: { joined: Topic; onDone: () => void }) {
  return (
    <div className="row just-joined">
      <p>{t.tending.joined(joined.title)}</p>
      <Part id={joined.id} title={joined.title} onDone={onDone} />
    </div>
  )
}

function Part({ id, title, onDone }: { id: string; title: string; onDone: () => void }) {
  const part = useDo('part-topics')
  const goTo = useGoTo()
  const send = async () => {
    const parted = await part({ topic: id })
    announce(t.tending.parted(parted.topic.title))
    onDone()
    await goTo(parted.from.path)
  }
  return (
    <Press className="small" does={send}>
      {t.tending.part}
      <span className="unseen">: {title}</span>
    </Press>
  )
}
