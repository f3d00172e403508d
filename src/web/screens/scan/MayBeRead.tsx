import type { ReactNode } from 'react'
import { t } from '../../messages/more.ts'
import { useMay } from '../../parts/use-role.ts'
import type { Scannable } from '../../parts/WhatDoYouHave.tsx'
import { useAct } from '../../use-act.ts'
import { OneRead } from '../people/ReadHere.tsx'

/** What says who did what is read only where an owner has turned that on; else the switch stands here, or whom to ask. */
export function MayBeRead({ what, children }: { what: Scannable; children: ReactNode }) {
  const { inference } = useAct('list-inference', {})
  const owns = useMay('owner')
  const one = inference.find(({ from }) => from === what)
  if (!one || one.on) return children
  return (
    <section className="may-be-read">
      <h2>{t.scan.offHere}</h2>
      <ul className="areas">
        <OneRead one={one} />
      </ul>
      {!owns && <p className="quiet">{t.scan.askOwner}</p>}
    </section>
  )
}
