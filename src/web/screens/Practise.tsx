import { useState } from 'react'
import type { Exercise } from '../contract.ts'
import { day, isToday } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { Mark } from '../parts/Mark.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useTopicPath } from '../parts/use-space.ts'
import { useReadAt } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { OneExercise } from './practise/OneExercise.tsx'

/** The Practise screen: recalling lines, seen by oneself only. */
export function Practise() {
  const path = useTopicPath()
  const { pages, more } = usePages('list-exercises', path ? { topic: path } : {})
  const exercises = pages.flatMap((page) => page.exercises)
  useReadAt('list-exercises', nextOf(exercises))
  const [begun, setBegun] = useState<Exercise>()
  const [done, setDone] = useState<string[]>([])
  const waiting = exercises.filter((one) => (one.due || one.dueAt === null) && !done.includes(one.id))
  const current = begun ?? waiting[0]
  const finish = (exercise: Exercise) => {
    setDone([...done, exercise.id])
    setBegun(undefined)
  }
  return (
    <div className="column practise">
      <small className="row note">
        <Mark mode="internalisation" />
        {t.practise.onlyYou}
      </small>
      <Heading title={t.practise.title} className={current ? 'unseen' : undefined} />
      {current ? (
        <OneExercise
          key={current.id}
          exercise={current}
          onBegin={() => setBegun(current)}
          onDone={() => finish(current)}
        />
      ) : (
        <>
          <NothingDue exercises={exercises} practised={done.length > 0} />
          <ShowMore more={more} />
        </>
      )}
    </div>
  )
}

/** The earliest time at which another exercise becomes due. */
const nextOf = (exercises: Exercise[]) =>
  exercises.flatMap(({ due, dueAt }) => (dueAt && !due ? [dueAt] : [])).sort()[0] ?? null

const comesBack = (at: string) => (isToday(at) ? t.practise.noneMoreToday : t.practise.noneMore(day(at)))

function NothingDue({ exercises, practised }: { exercises: Exercise[]; practised: boolean }) {
  const next = exercises.flatMap((one) => one.dueAt ?? []).sort()[0]
  const topics = new Map(exercises.map((one) => [one.topic.id, one.topic]))
  return (
    <>
      <p className="lead">{practised ? t.practise.enough : t.practise.none}</p>
      <p className="quiet">{next ? comesBack(next) : t.practise.noneYet}</p>
      <ul className="sources">
        {[...topics.values()].map((topic) => (
          <li key={topic.id}>
            <TopicLink topic={topic} />
          </li>
        ))}
      </ul>
    </>
  )
}
