import { useState } from 'react'
import type { Out, Role } from '../contract.ts'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { Copy } from '../parts/Copy.tsx'
import { Face } from '../parts/Face.tsx'
import { Field } from '../parts/Field.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { usePress } from '../parts/use-press.ts'
import { useRole } from '../parts/use-role.ts'
import { useAct, useDo } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { Areas } from './people/Areas.tsx'
import { Groups } from './people/Groups.tsx'
import { ReadHere } from './people/ReadHere.tsx'

type Here = Out<'list-people'>['people'][number]

/** The roles, in ascending order. */
const roles: Role[] = ['reader', 'member', 'keeper', 'owner']

/** The People screen: members and roles, invitations, areas, groups. */
export function People() {
  const { pages, more } = usePages('list-people', {})
  const people = pages.flatMap((page) => page.people)
  const owns = useRole() === 'owner'
  return (
    <div className="column people">
      <Heading title={t.people.title} />
      <ul className="holders">
        {people.map((person) => (
          <li key={person.id}>
            <Face name={person.name} />
            <div>
              <p>
                {person.name}
                {person.me && <small> · {t.people.you}</small>}
              </p>
              <small>
                {!owns || person.me ? `${t.people.roles[person.role]}, ` : ''}
                {t.people.since(day(person.since))}
              </small>
            </div>
            {owns && !person.me && <RoleOf person={person} />}
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
      {owns && <Inviting />}
      <Areas />
      <Groups />
      <ReadHere />
    </div>
  )
}

function RoleOf({ person }: { person: Here }) {
  const change = useDo('change-role')
  const { press, error } = usePress()
  const set = async (role: Role) => {
    await change({ person: person.id, role })
    announce(t.people.roleDone(person.name))
  }
  return (
    <>
      <RoleSelect
        aria-label={t.people.role(person.name)}
        names={t.people.roles}
        value={person.role}
        onChoose={(role) => press(() => set(role))}
      />
      <RefusalNote error={error} />
    </>
  )
}

type RoleSelectProps = {
  names: Record<Role, string>
  value: Role
  onChoose: (role: Role) => void
  'aria-label'?: string
}

function RoleSelect({ names, onChoose, ...rest }: RoleSelectProps) {
  return (
    <select {...rest} onChange={(event) => onChoose(event.target.value as Role)}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {names[role]}
        </option>
      ))}
    </select>
  )
}

function Inviting() {
  const [role, setRole] = useState<Role>('member')
  const [into, setInto] = useState<string[]>([])
  const [made, setMade] = useState<Out<'invite'>>()
  const invite = useDo('invite')
  return (
    <section>
      <h2>{t.people.invite}</h2>
      <Form does={async () => setMade(await invite({ role, areas: into }))}>
        <Field name="role" label={t.people.as}>
          <RoleSelect names={t.people.may} value={role} onChoose={setRole} />
        </Field>
        <IntoAreas chosen={into} onChoose={setInto} />
        <Sending className="">{t.people.makeLink}</Sending>
      </Form>
      {made && <LinkMade made={made} />}
    </section>
  )
}

/** A choice of closed areas that an invitation lets into. */
function IntoAreas({ chosen, onChoose }: { chosen: string[]; onChoose: (areas: string[]) => void }) {
  const closed = useAct('list-areas', {}).areas.filter((area) => area.closed)
  if (closed.length === 0) return null
  const turn = (slug: string) =>
    onChoose(chosen.includes(slug) ? chosen.filter((one) => one !== slug) : [...chosen, slug])
  return (
    <fieldset className="choice">
      <legend>{t.people.into}</legend>
      <div className="choices">
        {closed.map((area) => (
          <label key={area.slug}>
            <input type="checkbox" checked={chosen.includes(area.slug)} onChange={() => turn(area.slug)} />
            {area.name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function LinkMade({ made }: { made: Out<'invite'> }) {
  const link = window.location.origin + made.path
  return (
    <div className="form made" role="status">
      <Field label={t.people.link} hint={t.people.linkUntil(day(made.expiresAt))}>
        <input readOnly value={link} onFocus={(event) => event.target.select()} />
      </Field>
      <Copy className="first" words={link} done={t.people.copied}>
        {t.people.copy}
      </Copy>
    </div>
  )
}
