import { Menu } from '@base-ui/react/menu'
import { useRef, useState } from 'react'
import type { Topic } from '../../../contract.ts'
import { t } from '../../../messages/messages.ts'
import { Sheet } from '../../../parts/Sheet.tsx'
import { useMay } from '../../../parts/use-role.ts'
import { Joining } from './Joining.tsx'
import { Keeping } from './Keeping.tsx'
import { Renaming } from './Renaming.tsx'
import { Splitting } from './Splitting.tsx'

const sheets = { rename: Renaming, join: Joining, split: Splitting, keep: Keeping }
type What = keyof typeof sheets

/** What can be done with a topic as a whole: one quiet menu, and for each a sheet that says first what will happen. */
export function More({ topic, hasPage }: { topic: Topic; hasPage: boolean }) {
  const [doing, setDoing] = useState<What>()
  const place = useRef<HTMLDivElement>(null)
  const takesPart = useMay('member')
  if (!takesPart) return null
  const ways = (Object.keys(sheets) as What[]).filter((what) => hasPage || what !== 'keep')
  return (
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
        <OneSheet key={what} what={what} open={doing === what} topic={topic} onDone={() => setDoing(undefined)} />
      ))}
    </div>
  )
}

/** How each sheet is called: with its topic, and what to do when it is done. */
export interface TendingProps {
  topic: Topic
  onDone: () => void
}

function OneSheet({ what, open, ...rest }: TendingProps & { what: What; open: boolean }) {
  const Form = sheets[what]
  return (
    <Sheet open={open} onClose={rest.onDone} title={t.tending[what]}>
      <Form {...rest} />
    </Sheet>
  )
}
