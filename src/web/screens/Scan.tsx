import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../messages/more.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { Heading } from '../parts/Heading.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { useSpace } from '../parts/use-space.ts'
import type { Scannable } from '../parts/WhatDoYouHave.tsx'
import { HowToGetIt } from './scan/HowToGetIt.tsx'
import { MayBeRead } from './scan/MayBeRead.tsx'
import { Picking } from './scan/Picking.tsx'
import { useSending } from './scan/use-sending.ts'

/** The Scan screen: uploads a folder, a history or a chat; the findings have their own screen. */
export function Scan() {
  const what = useSearch({ strict: false, select: (search: { what?: Scannable }) => search.what }) ?? 'folder'
  const space = useSpace()
  const go = useNavigate()
  const [area, setArea] = useState('')
  const sending = useSending(area, (scan) => go({ to: '/$space/scan/$scan', params: { space, scan } }))
  const words = t.scan[what]
  return (
    <div className="column scan">
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
            <progress value={sending.how} max={1} aria-label={t.scan.sending} />
            <small role="status">{t.scan.sending}</small>
          </div>
        )}
      </MayBeRead>
      <RefusalNote error={sending.error} />
      <p className="quiet promise">{t.scan.promise}</p>
    </div>
  )
}
