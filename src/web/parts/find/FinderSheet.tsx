import { Dialog } from '@base-ui/react/dialog'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { t } from '../../messages/more.ts'
import { focusHeading } from '../Heading.tsx'
import { Quiet } from '../Quiet.tsx'
import { StartTopicSheet } from '../StartTopicSheet.tsx'
import { useSpace } from '../use-space.ts'
import { FindOrDo } from './FindOrDo.tsx'
import type { Findable } from './findable.ts'
import { useAsking } from './use-asking.ts'
import { type Doing, useFindables } from './use-findables.ts'
import { useSaid } from './use-said.ts'

type FinderSheetProps = { open: boolean; onOpen: (open: boolean) => void }

/** The finder's dialog, and the sheet of the chosen action. */
export function FinderSheet({ open, onOpen }: FinderSheetProps) {
  const [doing, setDoing] = useState<Doing>()
  const chosen = useRef(false)
  const space = useSpace()
  const go = useNavigate()
  if (!open) chosen.current = false
  function choose(thing: Findable) {
    chosen.current = true
    onOpen(false)
    thing.choose()
    // On navigation to the same screen nothing else takes the focus.
    requestAnimationFrame(() => document.activeElement === document.body && focusHeading())
  }
  const toTopic = (_splat: string) => go({ to: '/$space/t/$', params: { space, _splat } })
  return (
    <>
      <Dialog.Root open={open} onOpenChange={onOpen}>
        <Dialog.Portal>
          <Dialog.Backdrop className="veil" />
          <Dialog.Popup className="sheet finder" finalFocus={() => !chosen.current}>
            <Dialog.Title className="unseen">{t.nav.find}</Dialog.Title>
            <Suspense fallback={<Quiet />}>
              <Inside onDo={setDoing} onChosen={choose} />
            </Suspense>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <StartTopicSheet
        open={doing?.what === 'start'}
        onClose={() => setDoing(undefined)}
        called={doing?.called ?? ''}
        onStarted={toTopic}
      />
    </>
  )
}

function Inside({ onDo, onChosen }: { onDo: (doing: Doing) => void; onChosen: (thing: Findable) => void }) {
  const [typed, setTyped] = useState('')
  const { groups: findables, sure } = useFindables(onDo, typed)
  const said = useSaid(typed, findables)
  const groups = useAsking(typed, said.groups)
  return <FindOrDo typed={typed} onType={setTyped} said={{ ...said, groups }} sure={sure} onChosen={onChosen} />
}
