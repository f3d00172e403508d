import { useId } from 'react'
import type { Puzzle } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'

/** Asks the room what puzzled me, without my name, and says so before. */
export function AskRoom({ puzzle, title, first }: { puzzle: Puzzle; title?: string; first?: boolean }) {
  const ask = useDo('ask-puzzle')
  const takesPart = useMay('member')
  const id = useId()
  if (!takesPart) return <p className="quiet">{t.puzzled.readers}</p>
  const askRoom = async () => {
    await ask.run({ puzzle: puzzle.id, ...(title ? { title } : {}) })
    announce(t.puzzled.askedNow)
  }
  return (
    <div className="ask-room">
      <button
        type="button"
        className={first ? 'small first' : 'small'}
        aria-describedby={id}
        disabled={ask.busy}
        onClick={() => askRoom().catch(() => undefined)}
      >
        {t.puzzled.askRoom}
      </button>
      <p>
        <small id={id}>{t.puzzled.unnamed}</small>
      </p>
      <RefusalNote error={ask.error} />
    </div>
  )
}
