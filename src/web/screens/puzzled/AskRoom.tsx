import { useId } from 'react'
import type { Puzzle } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press } from '../../parts/Press.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'

/** A button that asks the room without a name, with a note that says so. */
export function AskRoom({ puzzle, title, first }: { puzzle: Puzzle; title?: string; first?: boolean }) {
  const ask = useDo('ask-puzzle')
  const takesPart = useMay('member')
  const id = useId()
  if (!takesPart) return <p className="quiet">{t.puzzled.readers}</p>
  const askRoom = async () => {
    await ask({ puzzle: puzzle.id, ...(title ? { title } : {}) })
    announce(t.puzzled.askedNow)
  }
  return (
    <div className="ask-room">
      <Press className={first ? 'small first' : 'small'} aria-describedby={id} does={askRoom}>
        {t.puzzled.askRoom}
      </Press>
      <p>
        <small id={id}>{t.puzzled.unnamed}</small>
      </p>
    </div>
  )
}
