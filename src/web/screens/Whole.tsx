import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Out } from '../contract.ts'
import { t } from '../messages/more.ts'
import { AskSheet } from '../parts/AskSheet.tsx'
import { Fill } from '../parts/Fill.tsx'
import { Heading } from '../parts/Heading.tsx'
import { NotHere } from '../parts/NotHere.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { useMay } from '../parts/use-role.ts'
import { useSpace } from '../parts/use-space.ts'
import { Spiral } from '../spiral/Spiral.tsx'
import { usePages } from '../use-pages.ts'
import { threadsOf } from './whole/threads-of.ts'
import { WholeTable } from './whole/WholeTable.tsx'

/** The Whole screen: a sentence, a suggested move, the picture and the table. */
export function Whole() {
  const { first: whole, pages, more } = usePages('the-whole', { most: 50 })
  const topics = pages.flatMap((page) => page.topics)
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
        {topics.length > 0 && <WholeTable topics={topics} />}
        <ShowMore more={more} />
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
