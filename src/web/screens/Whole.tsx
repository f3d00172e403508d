import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Out } from '../contract.ts'
import { t } from '../messages/more.ts'
import { AskSheet } from '../parts/AskSheet.tsx'
import { Fill } from '../parts/Fill.tsx'
import { Heading } from '../parts/Heading.tsx'
import { NotHere } from '../parts/NotHere.tsx'
import { useMay } from '../parts/use-role.ts'
import { useSpace } from '../parts/use-space.ts'
import { Spiral } from '../spiral/Spiral.tsx'
import { useAct } from '../use-act.ts'
import { threadsOf } from './whole/threads-of.ts'
import { WholeTable } from './whole/WholeTable.tsx'

/** The whole: one sentence, one move, the picture, the table. */
export function Whole() {
  const whole = useAct('the-whole', {})
  const space = useSpace()
  const sentence = t.whole.sentences[whole.sentence.key](whole.sentence.count)
  const threads = threadsOf(whole)
  const label = threads.length ? t.spiral.wholeSentence(sentence) : t.spiral.empty(t.nav.whole)
  return (
    <div className="whole">
      <div className="whole-words">
        <Heading title={t.whole.title} className="caption" />
        <p className="sentence">{sentence}</p>
        <Move whole={whole} />
      </div>
      <Spiral large threads={threads} label={label} />
      <div className="whole-table">
        {whole.topics.length > 0 && <WholeTable topics={whole.topics} />}
        <NotHere />
        <p>
          <Link to="/$space/check" params={{ space }} className="link quiet">
            {t.check.title}
          </Link>
        </p>
        <p>
          <Link to="/about" className="link quiet">
            {t.whole.about}
          </Link>
        </p>
      </div>
    </div>
  )
}

function Move({ whole: { sentence, move } }: { whole: Out<'the-whole'> }) {
  const [asking, setAsking] = useState(false)
  const takesPart = useMay('member')
  const space = useSpace()
  const go = useNavigate()
  const words = t.whole.moves[sentence.key]
  if (move) {
    return (
      <Link to="/$space/t/$" params={{ space, _splat: move.topic.path }} className="button first">
        <Fill text={words} topic={move.topic.title} />
      </Link>
    )
  }
  if (sentence.key !== 'nothing-yet' || !takesPart) return null
  return (
    <>
      <button type="button" className="first" onClick={() => setAsking(true)}>
        {words}
      </button>
      <AskSheet
        open={asking}
        onClose={() => setAsking(false)}
        onAsked={(_splat) => go({ to: '/$space/t/$', params: { space, _splat } })}
      />
    </>
  )
}
