import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { Out } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { saidBy } from '../../parts/voice.ts'
import { useAct } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

type Listed = Out<'list-sources'>['sources'][number]
const [searchFrom, pageSize] = [12, 60]

/** The sources, newest first: files by name, answers by speaker. */
export function SourcesHere({ alone }: { alone: boolean }) {
  const [find, setFind] = useState('')
  const words = useDeferredValue(find.trim())
  const { pages, more } = usePages('list-sources', { most: pageSize, ...(words && { words }) })
  const found = pages.flatMap(({ sources }) => sources)
  return (
    <section className={alone ? 'sources-here alone' : 'sources-here'}>
      {!alone && <h2>{t.bring.sources}</h2>}
      {!words && found.length === 0 && <p className="quiet">{t.bring.noSources}</p>}
      {(find || found.length > searchFrom) && (
        <Field label={t.bring.find}>
          <input type="search" value={find} onChange={(event) => setFind(event.target.value)} />
        </Field>
      )}
      {words && found.length === 0 && <p className="quiet">{t.bring.noneFound}</p>}
      <ul className="record">
        {found.map((source) => (
          <OneSource key={source.id} source={source} />
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  )
}

function OneSource({ source }: { source: Listed }) {
  const space = useSpace()
  const { areas } = useAct('list-areas', {})
  const area = areas.find((one) => one.slug === source.area && one.closed)
  const on = shortDay(source.at)
  const by = saidBy(source.voice)
  const notes = [
    by ? t.bring.saidBy(by, on) : t.bring.broughtIn(on),
    ...(by || source.name === source.title ? [] : [source.name]),
    ...(area ? [t.topics.closed(area.name)] : []),
  ]
  return (
    <li>
      <div>
        <Link to="/$space/source/$source" params={{ space, source: source.id }} className="link">
          {source.title}
        </Link>
        <small> {notes.join(' · ')}</small>
      </div>
    </li>
  )
}
