import { useState } from 'react'
import type { Out, Person } from '../../contract.ts'
import { list } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { AreaField } from '../../parts/AreaField.tsx'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { OnlyIn } from '../../parts/OnlyIn.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useAct, useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

type Group = Out<'list-communities'>['communities'][number]

/** The least number of others in a group. */
const LEAST_OTHERS = 4

/** The groups, their members, and forming one. */
export function Groups() {
  const { pages, more } = usePages('list-communities', {})
  const groups = pages.flatMap((page) => page.communities)
  const takesPart = useMay('member')
  if (groups.length === 0 && !takesPart) return null
  return (
    <section>
      <h2>{t.people.groups}</h2>
      <p className="quiet">{t.people.groupsMore}</p>
      <ul className="areas">
        {groups.map((group) => (
          <OneGroup key={group.id} group={group} />
        ))}
      </ul>
      <ShowMore more={more} />
      {takesPart && <Forming />}
    </section>
  )
}

function OneGroup({ group: { name, area, people } }: { group: Group }) {
  return (
    <li>
      <h3>{name}</h3>
      <OnlyIn area={area} />
      <p className="quiet">{list(people.map((person) => person.name))}</p>
    </li>
  )
}

function Forming() {
  const [name, setName] = useState('')
  const [area, setArea] = useState('')
  const [people, setPeople] = useState<Person[]>([])
  const where = useAct('list-areas', {}).areas.find(({ slug }) => slug === area)
  const form = useDo('form-community')
  const missing = LEAST_OTHERS - people.length
  const begin = (slug: string) => {
    setArea(slug)
    setPeople([])
  }
  const send = async () => {
    await form({ name: name.trim(), people: people.map(({ id }) => id), ...(area && { area }) })
    announce(t.people.groupFormed(name.trim()))
    setName('')
    begin('')
  }
  return (
    <details className="making">
      <summary>{t.people.formGroup}</summary>
      <Form does={send}>
        <Field name="name" label={t.people.areaName}>
          <input required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <AreaField value={area} onChange={begin} />
        <PersonField
          key={people.length}
          name="people"
          label={t.people.groupWith}
          value=""
          optional
          area={where}
          without={people.map(({ id }) => id)}
          onChoose={(person) => person && setPeople([...people, person])}
        />
        <Chosen people={people} onLeaveOut={({ id }) => setPeople(people.filter((one) => one.id !== id))} />
        <Sending
          className=""
          disabled={missing > 0}
          beside={missing > 0 && <small className="quiet">{t.people.groupMissing(missing)}</small>}
        >
          {t.people.make}
        </Sending>
      </Form>
    </details>
  )
}

type ChosenProps = { people: Person[]; onLeaveOut: (person: Person) => void }

function Chosen({ people, onLeaveOut }: ChosenProps) {
  if (people.length === 0) return null
  return (
    <ul className="plain-list" aria-label={t.people.groupChosen}>
      {people.map((person) => (
        <li key={person.id} className="row">
          <span>{person.name}</span>
          <button
            type="button"
            className="small plain"
            aria-label={t.people.groupLeaveOut(person.name)}
            onClick={() => onLeaveOut(person)}
          >
            {t.people.leaveOut}
          </button>
        </li>
      ))}
    </ul>
  )
}
