import { useEffect, useId, useRef, useState } from 'react'
import type { Out, Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'

type Missing = Out<'look-out'>['missing']

/** An unanswered search, kept for the user; one press lets the room know, without a name. */
export function Kept({ words, topic }: { words: string; topic: Topic | null }) {
  const { missing, setMissing, error } = useKept(words, topic)
  const tell = useDo('say-missing')
  const drop = useDo('drop-missing')
  const takesPart = useMay('member')
  const hint = useId()
  // If it could not be stored, people can still be asked.
  if (!missing) return <RefusalNote error={error} />
  const letKnow = async () => setMissing((await tell({ missing: missing.id })).missing)
  const forget = async () => {
    await drop({ missing: missing.id })
    setMissing(undefined)
    announce(t.asking.forgotten)
    focusHeading()
  }
  const isTold = missing.roomSince !== null
  return (
    <section className="kept">
      <p className="quiet" role="status">
        {isTold ? t.asking.told : t.asking.kept}
      </p>
      <Presses>
        {!isTold && takesPart && (
          <Press className="small" aria-describedby={hint} does={letKnow}>
            {t.asking.tell}
          </Press>
        )}
        <Press className="small plain" does={forget}>
          {isTold ? t.asking.takeBack : t.asking.forget}
        </Press>
      </Presses>
      {!isTold && takesPart && (
        <p>
          <small id={hint}>{t.asking.tellHint}</small>
        </p>
      )}
    </section>
  )
}

const MAX_LENGTH = 400

/** Stores an unanswered search, once per search. */
function useKept(words: string, topic: Topic | null) {
  const [missing, setMissing] = useState<Missing>()
  const keep = useDo('look-out')
  const { press, error } = usePress()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    press(async () => {
      const { missing } = await keep({ words: words.slice(0, MAX_LENGTH), ...(topic && { topic: topic.path }) })
      setMissing(missing)
    })
  }, [press, keep, words, topic])
  return { missing, setMissing, error }
}
