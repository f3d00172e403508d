import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { lazily } from '../lazily.ts'
import { list, t } from '../messages/messages.ts'
import { Field } from '../parts/Field.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Press } from '../parts/Press.tsx'
import { useDo, useHouse } from '../use-act.ts'

/** The Home screen: goes to the only space, or offers a choice, an example, and a new space. */
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
      <MakingSpaces />
    </div>
  )
}

const WhoRuns = lazily(async () => (await import('./house/WhoRuns.tsx')).WhoRuns)

/** A new space for who may make one, else why not and whom to ask; who runs the house names others. */
function MakingSpaces() {
  const { mine, ask } = useHouse('list-house', {})
  if (mine === null) return <p className="quiet">{t.home.askFor(list(ask.map(({ name }) => name)))}</p>
  return (
    <>
      <StartSpace />
      {mine !== 'makes-spaces' && <WhoRuns />}
    </>
  )
}

function Example() {
  const show = useDo('show-example', 'house')
  const go = useNavigate()
  const open = async () => go({ to: '/$space', params: { space: (await show({})).slug } })
  return (
    <section>
      <p className="quiet">{t.home.exampleMore}</p>
      <Press className="first" does={open}>
        {t.home.example}
      </Press>
    </section>
  )
}

function StartSpace() {
  const [name, setName] = useState('')
  const create = useDo('create-space', 'house')
  const go = useNavigate()
  const send = async () => {
    const { slug } = await create({ name: name.trim() })
    await go({ to: '/$space', params: { space: slug } })
  }
  return (
    <details className="making">
      <summary>{t.home.start}</summary>
      <Form does={send}>
        <Field name="name" label={t.home.name}>
          <input required value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Sending className="">{t.home.submit}</Sending>
      </Form>
    </details>
  )
}
