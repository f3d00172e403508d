import { Menu } from '@base-ui/react/menu'
import { useRef, useState } from 'react'
import type { Topic } from '../../../contract.ts'
import { t } from '../../../messages/more.ts'
import { Sheet } from '../../../parts/Sheet.tsx'
import { useMay } from '../../../parts/use-role.ts'
import { useAct } from '../../../use-act.ts'
import { Joining } from './Joining.tsx'
import { Keeping } from './Keeping.tsx'
import { JustJoined, Parting } from './Parting.tsx'
import { Renaming } from './Renaming.tsx'
import { Splitting } from './Splitting.tsx'

const sheets = { rename: Renaming, join: Joining, unjoin: Parting, split: Splitting, keep: Keeping }
type What = keyof typeof sheets

/** The menu of actions on a topic, each with a sheet that explains it first. */
export function More({ topic, hasPage }: { topic: Topic; hasPage: boolean }) {
  const [doing, setDoing] = useState<What>()
  const [justJoined, setJustJoined] = useState<Topic>()
  const { joined } = useAct('topic-care', { topic: topic.path })
  const place = useRef<HTMLDivElement>(null)
  const takesPart = useMay('member')
  if (!takesPart) return null
  const there = { rename: true, join: true, unjoin: joined.length > 0, split: true, keep: hasPage }
  const ways = (Object.keys(sheets) as What[]).filter((what) => there[what])
  const done = (other?: Topic) => {
    setDoing(undefined)
    setJustJoined(other)
  }
  return (
    <>
      <div ref={place}>
        <Menu.Root>
          <Menu.Trigger className="plain">{t.tending.more}</Menu.Trigger>
          <Menu.Portal container={place}>
            <Menu.Positioner className="menu-place" align="start" sideOffset={4} collisionPadding={12}>
              <Menu.Popup className="menu">
                {ways.map((what) => (
                  <Menu.Item key={what} onClick={() => setDoing(what)}>
                    {t.tending[what]}
                  </Menu.Item>
                ))}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
        {ways.map((what) => (
          <OneSheet key={what} what={what} open={doing === what} topic={topic} onDone={done} />
        ))}
      </div>
      {justJoined && <JustJoined joined={justJoined} onDone={done} />}
    </>
  )
}

/** The props of these sheets. */
export interface TendingProps {
  topic: Topic
  /** Called with the joined topic, if any. */
  onDone: (joined?: Topic) => void
}

function OneSheet({ what, open, ...rest }: TendingProps & { what: What; open: boolean }) {
  const Form = sheets[what]
  return (
    <Sheet open={open} onClose={() => rest.onDone()} title={t.tending[what]}>
      <Form {...rest} />
    </Sheet>
  )
}
