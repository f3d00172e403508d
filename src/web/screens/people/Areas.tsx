import { useState } from 'react'
import type { Out, Person } from '../../contract.ts'
import { list } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

type Area = Out<'list-areas'>['areas'][number]

/** The visible areas and the people in closed ones; keepers can make areas and let people in. */
export function Areas() {
  const { pages, more } = usePages('list-areas', {})
  const areas = pages.flatMap((page) => page.areas)
  const keeps = useMay('keeper')
  const closed = areas.filter((area) => area.closed)
  if (closed.length === 0 && !keeps) return null
  return (
    <section>
      <h2>{t.people.areas}</h2>
      <p className="quiet">{t.people.areasMore}</p>
      <ul className="areas">
        {closed.map((area) => (
          <li key={area.slug}>
            <h3>{area.name}</h3>
            <p className="quiet">{list([...area.people.map((person) => person.name), ...others(area)])}</p>
            {keeps && <LettingIn area={area} />}
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
      {keeps && <MakingArea />}
    </section>
  )
}

const others = (area: Area) => (area.others > 0 ? [t.topics.moreSee(area.others)] : [])

function LettingIn({ area }: { area: Area }) {
  const [person, setPerson] = useState<Person>()
  const letIn = useDo('let-in')
  const send = async () => {
    if (!person) return
    await letIn({ area: area.slug, person: person.id })
    announce(t.people.letInDone(person.name))
    setPerson(undefined)
  }
  return (
    <Form className="form beside" does={send}>
      <PersonField
        name="person"
        label={t.people.letInto(area.name)}
        value={person?.id ?? ''}
        onChoose={setPerson}
        without={area.people.map((one) => one.id)}
      />
      <Sending className="small">{t.people.letIn}</Sending>
    </Form>
  )
}

function MakingArea() {
  const [name, setName] = useState('')
  const make = useDo('make-area')
  const send = async () => {
    await make({ name: name.trim() })
    announce(t.people.areaMade)
    setName('')
  }
  return (
    <details className="making">
      <summary>{t.people.makeArea}</summary>
      <Form does={send}>
        <Field name="name" label={t.people.areaName}>
          <input required value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Sending className="">{t.people.make}</Sending>
      </Form>
    </details>
  )
}
