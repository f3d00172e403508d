import { useState } from 'react'
import { house } from '../../client.ts'
import type { In, Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Face } from '../../parts/Face.tsx'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'

type Named = Out<'list-house'>['named'][number]
type Given = In<'change-house-role'>['role']

const roles: Given[] = ['runs', 'makes-spaces', 'neither']

/** Who runs the house and who may make spaces, for who runs it: naming somebody, and taking it back. */
export function WhoRuns() {
  const { pages, more } = usePages('list-house', {}, house)
  return (
    <section>
      <h2>{t.whoRuns.title}</h2>
      <p className="quiet">{t.whoRuns.lead}</p>
      <ul className="holders">
        {pages.flatMap((page) => page.named.map((one) => <OneNamed key={one.id} one={one} />))}
      </ul>
      <ShowMore more={more} />
      <Naming />
    </section>
  )
}

function OneNamed({ one }: { one: Named }) {
  const isFounder = one.role === 'founder'
  return (
    <li>
      <Face name={one.name} />
      <div>
        <p>
          {one.name}
          {one.me && <small> · {t.whoRuns.you}</small>}
        </p>
        <small>{isFounder ? `${t.whoRuns.roles.founder}, ${one.email}` : one.email}</small>
      </div>
      {!isFounder && <RoleOf one={one} role={one.role as Given} />}
    </li>
  )
}

function RoleOf({ one, role }: { one: Named; role: Given }) {
  const change = useDo('change-house-role', house)
  const { press, error } = usePress()
  const set = async (given: Given) => {
    await change({ email: one.email, role: given })
    announce(t.whoRuns.done)
  }
  return (
    <>
      <Choosing
        aria-label={t.whoRuns.role(one.name)}
        among={roles}
        value={role}
        onChoose={(given) => press(() => set(given))}
      />
      <RefusalNote error={error} />
    </>
  )
}

type ChoosingProps = {
  among: readonly Given[]
  value: Given
  onChoose: (role: Given) => void
  'aria-label'?: string
}

function Choosing({ among, onChoose, ...rest }: ChoosingProps) {
  return (
    <select {...rest} onChange={(event) => onChoose(event.target.value as Given)}>
      {among.map((role) => (
        <option key={role} value={role}>
          {t.whoRuns.roles[role]}
        </option>
      ))}
    </select>
  )
}

function Naming() {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Given>('makes-spaces')
  const change = useDo('change-house-role', house)
  const send = async () => {
    await change({ email: email.trim(), role })
    setEmail('')
  }
  return (
    <details className="making">
      <summary>{t.whoRuns.name}</summary>
      <Form does={send} done={t.whoRuns.done}>
        <Field name="email" label={t.whoRuns.email}>
          <input type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Field name="role" label={t.whoRuns.may}>
          <Choosing among={['makes-spaces', 'runs']} value={role} onChoose={setRole} />
        </Field>
        <Sending className="">{t.whoRuns.submit}</Sending>
      </Form>
    </details>
  )
}
