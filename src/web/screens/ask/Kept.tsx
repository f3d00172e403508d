import { useEffect, useId, useRef, useState } from 'react'
import type { Out, Topic } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'

type Missing = Out<'look-out'>['missing']

/** What was not in here is kept for whoever looked; one press, and the room knows, without their name. */
export function Kept({ words, topic }: { words: string; topic: Topic | null }) {
  const [missing, setMissing] = useKept(words, topic)
  const tell = useDo('say-missing')
  const drop = useDo('drop-missing')
  const takesPart = useMay('member')
  const hint = useId()
  if (!missing) return null
  const letKnow = async () => setMissing((await tell.run({ missing: missing.id })).missing)
  const forget = async () => {
    await drop.run({ missing: missing.id })
    setMissing(undefined)
    announce(t.asking.forgotten)
    focusHeading()
  }
  const told = missing.roomSince !== null
  return (
    <section className="kept">
      <p className="quiet" role="status">
        {told ? t.asking.told : t.asking.kept}
      </p>
      <div className="row">
        {!told && takesPart && (
          <button
            type="button"
            className="small"
            aria-describedby={hint}
            disabled={tell.busy}
            onClick={() => letKnow().catch(() => undefined)}
          >
            {t.asking.tell}
          </button>
        )}
        <button
          type="button"
          className="small plain"
          disabled={drop.busy}
          onClick={() => forget().catch(() => undefined)}
        >
          {told ? t.asking.takeBack : t.asking.forget}
        </button>
      </div>
      {!told && takesPart && (
        <p>
          <small id={hint}>{t.asking.tellHint}</small>
        </p>
      )}
      <RefusalNote error={tell.error ?? drop.error} />
    </section>
  )
}

const MOST = 400

/** Keeps what was looked for, once for each time that it is looked for. */
function useKept(words: string, topic: Topic | null) {
  const [missing, setMissing] = useState<Missing>()
  const keep = useDo('look-out')
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    // Where it cannot be kept, nothing else is in the way of asking a person.
    keep
      .run({ words: words.slice(0, MOST), ...(topic && { topic: topic.path }) })
      .then((kept) => setMissing(kept.missing))
      .catch(() => undefined)
  }, [keep, words, topic])
  return [missing, setMissing] as const
}
