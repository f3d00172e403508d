import type { Out, Topic } from '../contract.ts'
import { t } from '../messages/more.ts'
import { useActSoon } from '../use-act.ts'

type Thing = Out<'what-helped'>['things'][number]

/** What may have helped with a doing by a day; empty while loading. */
export const useWhatHelped = (topic: Topic, on: string): Thing[] =>
  useActSoon('what-helped', on ? { topic: topic.id, on } : null)?.things ?? []

type WhatHelpedProps = { things: Thing[]; chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void }

/** Asks the doer what led to a doing, since the same topic alone makes nothing a cause. */
export function WhatHelped({ things, chosen, onChoose }: WhatHelpedProps) {
  if (things.length === 0) return null
  return (
    <fieldset className="choice in-rows">
      <legend>
        {t.helped.title} <small>{t.optional}</small>
      </legend>
      <div className="choices">
        {things.map((thing) => (
          <label key={thing.id}>
            <input
              type="checkbox"
              checked={chosen.has(thing.id)}
              onChange={(event) => onChoose(turned(chosen, thing.id, event.target.checked))}
            />
            <span>{nameOf(thing)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function turned(chosen: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(chosen)
  if (on) next.add(id)
  else next.delete(id)
  return next
}

const nameOf = ({ kind, by, line }: Thing) =>
  kind === 'page' ? t.helped.page : kind === 'showing' ? t.helped.showing(by?.name ?? null) : t.helped.line(line ?? '')
