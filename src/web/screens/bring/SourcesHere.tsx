import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Out } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useAct } from '../../use-act.ts'

type Listed = Out<'list-sources'>['sources'][number]
const [many, atOnce] = [12, 60]

/** All that pages here are made from, newest first: files by name, answers by who gave them. */
export function SourcesHere({ alone }: { alone: boolean }) {
  const { sources } = useAct('list-sources', {})
  const [find, setFind] = useState('')
  const [most, setMost] = useState(atOnce)
  const wanted = find.trim().toLowerCase()
  const found = sources.filter((one) => `${one.title} ${one.name} ${one.speaker?.name}`.toLowerCase().includes(wanted))
  return (
    <section className={alone ? 'sources-here alone' : 'sources-here'}>
      {!alone && <h2>{t.bring.sources}</h2>}
      {sources.length === 0 && <p className="quiet">{t.bring.noSources}</p>}
      {sources.length > many && (
        <Field label={t.bring.find}>
          <input type="search" value={find} onChange={(event) => setFind(event.target.value)} />
        </Field>
      )}
      {sources.length > 0 && found.length === 0 && <p className="quiet">{t.bring.noneFound}</p>}
      <ul className="record">
        {found.slice(0, most).map((source) => (
          <OneSource key={source.id} source={source} />
        ))}
      </ul>
      {found.length > most && (
        <button type="button" className="plain" onClick={() => setMost(found.length)}>
          {t.bring.showAll(found.length)}
        </button>
      )}
    </section>
  )
}

function OneSource({ source }: { source: Listed }) {
  const space = useSpace()
  const { areas } = useAct('list-areas', {})
  const area = areas.find((one) => one.slug === source.area && one.closed)
  const on = shortDay(source.at)
  const notes = [
    source.speaker ? t.bring.saidBy(source.speaker.name, on) : t.bring.broughtIn(on),
    ...(source.speaker || source.name === source.title ? [] : [source.name]),
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
