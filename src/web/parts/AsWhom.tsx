import type { Out, Topic } from '../contract.ts'
import { t } from '../messages/things.ts'
import { useActSoon } from '../use-act.ts'
import { Field } from './Field.tsx'

type Group = Out<'list-communities'>['communities'][number]

/** The least size of a group; in a smaller one, anonymous words reveal their speaker. */
const LEAST = 5

/** The groups of an area for which the user may speak. */
export function useMyGroups(area: Topic['area']): Group[] {
  const all = useActSoon('list-communities', { most: 200 })?.communities ?? []
  return all.filter((one) => one.mine && one.area.slug === area.slug && one.people.length >= LEAST)
}

type AsWhomProps = { groups: Group[]; value: string; onChoose: (group: string) => void }

/** A choice of speaking in one's own name or a group's; nothing for somebody in no group. */
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
