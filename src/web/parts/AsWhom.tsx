import type { Out, Topic } from '../contract.ts'
import { t } from '../messages/things.ts'
import { useActSoon } from '../use-act.ts'
import { Field } from './Field.tsx'

type Group = Out<'list-communities'>['communities'][number]

/** So many people at least are a group: among fewer, what all say together tells who said it. */
const LEAST = 5

/** The groups of an area that the one who looks may say something for. */
export function useMyGroups(area: Topic['area']): Group[] {
  const all = useActSoon('list-communities', { most: 200 })?.communities ?? []
  return all.filter((one) => one.mine && one.area.slug === area.slug && one.people.length >= LEAST)
}

type AsWhomProps = { groups: Group[]; value: string; onChoose: (group: string) => void }

/** In whose name something is said: one's own, or that of a group; nothing for whoever is in none. */
export function AsWhom({ groups, value, onChoose }: AsWhomProps) {
  if (groups.length === 0) return null
  return (
    <Field name="group" label={t.answering.as}>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t.answering.asMyself}</option>
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {t.answering.asGroup(name)}
          </option>
        ))}
      </select>
    </Field>
  )
}
