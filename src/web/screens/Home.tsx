import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { t } from '../messages/messages.ts'
import { Field } from '../parts/Field.tsx'
import { Heading } from '../parts/Heading.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { useDo, useHouse } from '../use-act.ts'

/** Where to: straight to the only space, else a choice; an example to touch; a space of one's own. */
export function Home() {
  const { spaces } = useHouse('list-spaces', {})
  const all = useSearch({ strict: false, select: (search: { all?: boolean }) => search.all })
  const [only] = spaces
  if (only && spaces.length === 1 && !all) return <Navigate to="/$space" params={{ space: only.slug }} replace />
  return (
    <div className="column door">
      <Heading title={t.home.title} />
      {spaces.length === 0 && <p className="lead">{t.home.none}</p>}
      <ul className="topics">
        {spaces.map((space) => (
          <li key={space.slug}>
            <h2>
              <Link to="/$space" params={{ space: space.slug }} className="link">
                {space.name}
              </Link>
              {space.example && <small> {t.home.isExample}</small>}
            </h2>
          </li>
        ))}
      </ul>
      {!spaces.some((space) => space.example) && <Example />}
      <StartSpace />
    </div>
  )
}

function Example() {
  const show = useDo('show-example', 'house')
  const go = useNavigate()
  const open = async () => go({ to: '/$space', params: { space: (await show.run({})).slug } })
  return (
    <section>
      <p className="quiet">{t.home.exampleMore}</p>
      <button type="button" className="first" disabled={show.busy} onClick={() => open().catch(() => undefined)}>
        {t.home.example}
      </button>
      <RefusalNote error={show.error} />
    </section>
  )
}

function StartSpace() {
  const [name, setName] = useState('')
  const create = useDo('create-space', 'house')
  const go = useNavigate()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const { slug } = await create.run({ name: name.trim() })
    await go({ to: '/$space', params: { space: slug } })
  }
  return (
    <details className="making">
      <summary>{t.home.start}</summary>
      <form className="form" onSubmit={(event) => send(event).catch(() => undefined)}>
        <Field label={t.home.name}>
          <input required value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <RefusalNote error={create.error} />
        <button type="submit" disabled={create.busy}>
          {t.home.submit}
        </button>
      </form>
    </details>
  )
}
