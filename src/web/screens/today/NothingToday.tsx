import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { t } from '../../messages/messages.ts'
import { AskSheet } from '../../parts/AskSheet.tsx'
import { Press } from '../../parts/Press.tsx'
import { StartTopicSheet } from '../../parts/StartTopicSheet.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { WhatDoYouHave } from '../../parts/WhatDoYouHave.tsx'
import { Spiral } from '../../spiral/Spiral.tsx'
import { useAct, useDo, useHouse } from '../../use-act.ts'
import { threadsOf } from '../whole/threads-of.ts'

/** Today when nothing waits; in an empty space, what one could begin with. */
export function NothingToday() {
  const fresh = useAct('list-topics', { most: 1 }).topics.length === 0
  return fresh ? <Beginning /> : <NothingWaits />
}

/** The first screen of an empty space. */
function Beginning() {
  const space = useSpace()
  const go = useNavigate()
  const keeps = useMay('keeper')
  const isExample = useHouse('list-spaces', {}).spaces.some((one) => one.slug === space && one.example)
  const example = useDo('show-example', 'house')
  const showExample = async () => go({ to: '/$space', params: { space: (await example({})).slug } })
  return (
    <div className="beginning">
      <div>
        <h2>{t.have.title}</h2>
        <p className="quiet">{t.have.lead}</p>
        <WhatDoYouHave />
        <FirstMoves fresh>
          {keeps && (
            <Link to="/$space/bring" params={{ space }} className="button plain">
              {t.have.bring}
            </Link>
          )}
          {!isExample && (
            <Press className="plain" does={showExample}>
              {t.home.example}
            </Press>
          )}
        </FirstMoves>
      </div>
      <Spiral large threads={[]} label={t.spiral.empty(t.app)} />
    </div>
  )
}

function NothingWaits() {
  const space = useSpace()
  const threads = threadsOf(useAct('the-whole', { most: 1 }))
  return (
    <div className="nothing">
      <div>
        <p className="lead">{t.today.nothing}</p>
        <p className="quiet">{t.today.nothingMore}</p>
        <FirstMoves>
          <Link to="/$space/have" params={{ space }} className="button plain">
            {t.have.title}
          </Link>
        </FirstMoves>
      </div>
      <Spiral large threads={threads} label={threads.length ? t.spiral.whole : t.spiral.empty(t.app)} />
    </div>
  )
}

function FirstMoves({ fresh = false, children }: { fresh?: boolean; children?: ReactNode }) {
  const [open, setOpen] = useState<'ask' | 'start'>()
  const space = useSpace()
  const go = useNavigate()
  const takesPart = useMay('member')
  const close = () => setOpen(undefined)
  const toTopic = (path: string) => go({ to: '/$space/t/$', params: { space, _splat: path } })
  return (
    <div className="row">
      {fresh ? (
        takesPart && (
          <button type="button" onClick={() => setOpen('ask')}>
            {t.ask.something}
          </button>
        )
      ) : (
        <Link to="/$space/ask" params={{ space }} search={{}} className="button">
          {t.ask.something}
        </Link>
      )}
      {fresh && takesPart && (
        <button type="button" onClick={() => setOpen('start')}>
          {t.topics.start}
        </button>
      )}
      {children}
      <AskSheet open={open === 'ask'} onClose={close} onAsked={toTopic} />
      <StartTopicSheet open={open === 'start'} onClose={close} onStarted={toTopic} />
    </div>
  )
}
