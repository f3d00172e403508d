import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Person } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { AskSheet } from '../../parts/AskSheet.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useAct } from '../../use-act.ts'
import { AskedBefore } from './AskedBefore.tsx'
import { Kept } from './Kept.tsx'
import { People } from './People.tsx'
import { Quotes } from './Quotes.tsx'

/** The quoted answer, or that there is none or no sure one; near matches apart; then people. */
export function WhatWasSaid({ words }: { words: string }) {
  const found = useAct('what-was-said', { words })
  const [asking, setAsking] = useState<{ of?: Person }>()
  const space = useSpace()
  const go = useNavigate()
  const comesNear = found.near.length > 0
  const verdict = found.here ? t.asking.said : comesNear ? t.asking.unsure : t.asking.notIn
  return (
    <>
      <p className="unseen" role="status">
        {verdict}
      </p>
      {found.here ? (
        <section>
          <h2>{t.asking.said}</h2>
          <Quotes quotes={found.answers} onAsk={(of) => setAsking({ of })} />
        </section>
      ) : (
        <section className="not-in">
          <h2>{verdict}</h2>
          <p className="quiet">{comesNear ? t.asking.unsureMore : t.asking.notInMore}</p>
        </section>
      )}
      {comesNear && (
        <section className="near">
          <h2 className="aside-name">{found.here ? t.asking.besides : t.asking.near}</h2>
          <Quotes quotes={found.near} />
        </section>
      )}
      <AskedBefore questions={found.open} />
      <People found={found} onAsk={(of) => setAsking(of ? { of } : {})} />
      {!found.here && <Kept words={words} topic={found.topic} />}
      <AskSheet
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        of={asking?.of}
        called={found.topic?.title ?? ''}
        words={words}
        onAsked={(_splat) => go({ to: '/$space/t/$', params: { space, _splat } })}
      />
    </>
  )
}
