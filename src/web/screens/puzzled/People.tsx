import type { Out, Puzzle } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Face } from '../../parts/Face.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { reason } from '../../parts/reason.ts'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useDo } from '../../use-act.ts'
import { AskRoom } from './AskRoom.tsx'

type Came = Extract<Out<'list-puzzles'>['puzzles'][number]['came'], { of: 'looking' }>
type Help = Extract<Came['help'], { kind: 'people' }>

/** Who has something on record on the closest topic; in a small team the room comes first and nobody before another. */
export function People({ puzzle, help }: { puzzle: Puzzle; help: Help }) {
  const asking = <AskRoom puzzle={puzzle} first={!help.routed} />
  return (
    <>
      <p>
        <Fill text={t.puzzled.peopleAbout} topic={<TopicLink topic={help.topic} />} />
      </p>
      {!help.routed && asking}
      <OnRecord puzzle={puzzle} people={help.routed ? help.people.slice(0, 3) : help.people} />
      {help.routed && asking}
    </>
  )
}

function OnRecord({ puzzle, people }: { puzzle: Puzzle; people: Help['people'] }) {
  const ask = useDo('ask-puzzle')
  const takesPart = useMay('member')
  const askThem = async (of: string) => {
    await ask.run({ puzzle: puzzle.id, of })
    announce(t.puzzled.askedNow)
  }
  return (
    <>
      <ul className="holders" aria-label={t.puzzled.people}>
        {people.map(({ person, reasons }) => (
          <li key={person.id}>
            <Face name={person.name} />
            <div>
              <p>{person.name}</p>
              {[...new Set(reasons.map(reason))].slice(0, 2).map((why) => (
                <small key={why}>{why}</small>
              ))}
            </div>
            {takesPart && (
              <button
                type="button"
                className="small"
                title={t.puzzled.named(person.name)}
                disabled={ask.busy}
                onClick={() => askThem(person.id).catch(() => undefined)}
              >
                {t.ask.person(person.name)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote error={ask.error} />
    </>
  )
}
