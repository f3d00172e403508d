import type { Out, Person, Puzzle } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { OnRecord } from '../../parts/OnRecord.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useDo } from '../../use-act.ts'
import { AskRoom } from './AskRoom.tsx'

type LookedFor = Extract<Out<'list-puzzles'>['puzzles'][number]['came'], { of: 'looking' }>
type Help = Extract<LookedFor['help'], { kind: 'people' }>

/**
 * People on record on the closest topic; in a small team the room comes first, without an order of
 * people.
 */
export function People({ puzzle, help }: { puzzle: Puzzle; help: Help }) {
  const ask = useDo('ask-puzzle')
  const askThem = async ({ id: of }: Person) => {
    await ask({ puzzle: puzzle.id, of })
    announce(t.puzzled.askedNow)
  }
  const asking = <AskRoom puzzle={puzzle} first={!help.routed} />
  return (
    <>
      <p>
        <Fill text={t.puzzled.peopleAbout} topic={<TopicLink topic={help.topic} />} />
      </p>
      {!help.routed && asking}
      <OnRecord
        label={t.puzzled.people}
        people={help.routed ? help.people.slice(0, 3) : help.people}
        note={t.puzzled.named}
        onAsk={askThem}
      />
      {help.routed && asking}
    </>
  )
}
