import { Link } from '@tanstack/react-router'
import type { Puzzle } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Fill } from '../../parts/Fill.tsx'
import { focusHeading } from '../../parts/Heading.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { voiceName } from '../../parts/voice.ts'
import { useDo } from '../../use-act.ts'
import { Gap } from './Gap.tsx'
import { People } from './People.tsx'
import { Said } from './Said.tsx'

/** One puzzle, its outcome, and the possible actions. */
export function OnePuzzle({ puzzle }: { puzzle: Puzzle }) {
  const id = `puzzle-${puzzle.id}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make a form of a sentence
    <div role="group" aria-labelledby={id}>
      <small className="row note">{shortDay(puzzle.at)}</small>
      <p className="say" id={id}>
        {puzzle.words}
      </p>
      <WhatCame puzzle={puzzle} />
    </div>
  )
}

function WhatCame({ puzzle }: { puzzle: Puzzle }) {
  const { came } = puzzle
  if (came.of === 'answered') return <Settling puzzle={puzzle} ways={[]} />
  if (came.of === 'asking') return <Asking puzzle={puzzle} came={came} />
  const { help } = came
  if (help.kind === 'said') {
    return (
      <>
        <Said hit={help.hit} />
        <Settling puzzle={puzzle} ways={['answered', 'still']} />
      </>
    )
  }
  return (
    <>
      {help.kind === 'people' ? <People puzzle={puzzle} help={help} /> : <Gap puzzle={puzzle} topic={help.topic} />}
      <Settling puzzle={puzzle} ways={[]} />
    </>
  )
}

type AskedOthers = Extract<Puzzle['came'], { of: 'asking' }>

function Asking({ puzzle, came }: { puzzle: Puzzle; came: AskedOthers }) {
  const space = useSpace()
  return (
    <>
      <p>
        <Fill
          text={came.whom ? t.puzzled.askedWhom : t.puzzled.askedRoom}
          name={came.whom?.name}
          topic={<TopicLink topic={came.topic} />}
        />
      </p>
      {came.answers.length === 0 && <small>{t.puzzled.waiting}</small>}
      {came.answers.map(({ source, by }) => (
        <p key={source}>
          <Link to="/$space/source/$source" params={{ space, source }} className="link">
            {t.puzzled.answer(voiceName(by))}
          </Link>
        </p>
      ))}
      <Settling puzzle={puzzle} ways={came.answers.length ? ['answered'] : []} />
    </>
  )
}

type Way = 'answered' | 'still'

/** The buttons: answered, still puzzled, forget. */
function Settling({ puzzle, ways }: { puzzle: Puzzle; ways: Way[] }) {
  const settle = useDo('settle-puzzle')
  const as = async (how: Way | 'gone') => {
    await settle({ puzzle: puzzle.id, as: how })
    if (how === 'gone') announce(t.puzzled.forgotten)
    if (how !== 'still') focusHeading()
  }
  return (
    <Presses>
      {ways.map((way) => (
        <Press key={way} className="small" does={() => as(way)}>
          {t.puzzled[way]}
        </Press>
      ))}
      <Press className="small plain" does={() => as('gone')}>
        {puzzle.came.of === 'asking' ? t.puzzled.takeOff : t.puzzled.forget}
      </Press>
    </Presses>
  )
}
