import { Suspense, useState } from 'react'
import type { Person, Topic } from '../contract.ts'
import { t } from '../messages/more.ts'
import { useAct } from '../use-act.ts'
import { Choice } from './Choice.tsx'
import { PersonField, useOthers } from './PersonField.tsx'
import { reason } from './reason.ts'

type WhomProps = {
  topic: Topic | undefined
  value: Person | undefined
  onChoose: (person: Person | undefined) => void
}

const [room, other] = ['room', 'other']

/**
 * A choice of whom to ask: the room, people on record with their reasons (in a large space), or
 * anybody else.
 */
export function Whom(props: WhomProps) {
  return (
    <Suspense>
      {props.topic ? <AmongHolders {...props} topic={props.topic} /> : <Among {...props} holders={[]} />}
    </Suspense>
  )
}

function AmongHolders(props: WhomProps & { topic: Topic }) {
  const { routed, people } = useAct('who-knows', { topic: props.topic.path })
  const holders = (routed ? people : [])
    .filter((one) => !one.me)
    .map((one) => ({
      ...one.person,
      why: one.reasons
        .slice(0, 1)
        .map((why) => reason(why))
        .join(),
    }))
  return <Among {...props} holders={holders} />
}

function Among({ topic, value, onChoose, holders }: WhomProps & { holders: (Person & { why: string })[] }) {
  const { others } = useOthers(topic?.area)
  const listed = holders.some((person) => person.id === value?.id)
  const [else_, setElse] = useState(Boolean(value && !listed))
  const chosen = else_ ? other : (value?.id ?? room)
  const choose = (one: string) => {
    setElse(one === other)
    onChoose(holders.find((person) => person.id === one))
  }
  const ways: [string, string, string?][] = [
    [room, t.ask.room, t.ask.roomHint],
    ...holders.map((person): [string, string, string] => [person.id, person.name, person.why]),
  ]
  if (others.length > holders.length) ways.push([other, t.ask.other])
  return (
    <>
      <Choice inRows label={t.ask.whom} of={ways} value={chosen} onChoose={choose} />
      {else_ && (
        <PersonField
          name="of"
          label={t.ask.other}
          value={value?.id ?? ''}
          onChoose={onChoose}
          area={topic?.area}
          without={holders.map((person) => person.id)}
        />
      )}
    </>
  )
}
