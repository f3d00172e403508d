import { Dialog } from '@base-ui/react/dialog'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { t } from '../messages/messages.ts'
import { FindOrDo } from './find/FindOrDo.tsx'
import type { Findable } from './find/findable.ts'
import { useAsking } from './find/use-asking.ts'
import { useFindables } from './find/use-findables.ts'
import { useSaid } from './find/use-said.ts'
import { focusHeading } from './Heading.tsx'
import { Quiet } from './Quiet.tsx'
import { StartTopicSheet } from './StartTopicSheet.tsx'
import { useSpace } from './use-space.ts'

/** Something to be done on a sheet of its own, with the words that were typed. */
export type Doing = { what: 'start'; called: string }

/** Finds or does anything: Ctrl-K or ⌘K from every screen of a space, or the glass on top. */
export function Finder() {
  const [open, setOpen] = useState(false)
  const [doing, setDoing] = useState<Doing>()
  const chosen = useRef(false)
  useShortcut(() => setOpen((now) => (now ? false : !document.querySelector('[role=dialog]'))))
  const space = useSpace()
  const go = useNavigate()
  const show = (now: boolean) => {
    if (now) chosen.current = false
    setOpen(now)
  }
  function choose(thing: Findable) {
    chosen.current = true
    setOpen(false)
    thing.choose()
    // Where one already is, no new screen takes the focus.
    requestAnimationFrame(() => document.activeElement === document.body && focusHeading())
  }
  const stop = () => setDoing(undefined)
  const toTopic = (_splat: string) => go({ to: '/$space/t/$', params: { space, _splat } })
  return (
    <>
      <Dialog.Root open={open} onOpenChange={show}>
        <Dialog.Trigger className="plain glass" aria-label={t.find.button} aria-keyshortcuts="Control+K Meta+K">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2zM10.7 10.7 14 14" />
          </svg>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Backdrop className="veil" />
          <Dialog.Popup className="sheet finder" finalFocus={() => !chosen.current}>
            <Dialog.Title className="unseen">{t.find.button}</Dialog.Title>
            <Suspense fallback={<Quiet />}>
              <Inside onDo={setDoing} onChosen={choose} />
            </Suspense>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <StartTopicSheet open={doing?.what === 'start'} onClose={stop} called={doing?.called ?? ''} onStarted={toTopic} />
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

function useShortcut(press: () => void) {
  const now = useRef(press)
  now.current = press
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return
      event.preventDefault()
      now.current()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
