import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../messages/more.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { Heading } from '../parts/Heading.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { useSpace } from '../parts/use-space.ts'
import type { Bringable } from '../parts/WhatDoYouHave.tsx'
import { HowToGetIt } from './turn/HowToGetIt.tsx'
import { MayBeRead } from './turn/MayBeRead.tsx'
import { Picking } from './turn/Picking.tsx'
import { useSending } from './turn/use-sending.ts'

/** Bringing one thing to be turned: a folder, a history, a chat. It is sent, and what is found has a screen of its own. */
export function Turn() {
  const what = useSearch({ strict: false, select: (search: { what?: Bringable }) => search.what }) ?? 'folder'
  const space = useSpace()
  const go = useNavigate()
  const [area, setArea] = useState('')
  const sending = useSending(area, (turn) => go({ to: '/$space/turn/$turn', params: { space, turn } }))
  const words = t.turn[what]
  return (
    <div className="column turn">
      <Heading title={words.title} />
      <p className="lead">{words.lead}</p>
      <MayBeRead what={what}>
        <HowToGetIt what={what} />
        {sending.how === null ? (
          <>
            <Picking what={what} onFiles={sending.send} />
            <AreaField value={area} onChange={setArea} />
          </>
        ) : (
          <div className="progress">
            <progress value={sending.how} max={1} aria-label={t.turn.sending} />
            <small role="status">{t.turn.sending}</small>
          </div>
        )}
      </MayBeRead>
      <RefusalNote error={sending.error} />
      <p className="quiet promise">{t.turn.promise}</p>
    </div>
  )
}
