import type { ReactNode } from 'react'
import { t } from '../../messages/more.ts'
import { useMay } from '../../parts/use-role.ts'
import type { Scannable } from '../../parts/WhatDoYouHave.tsx'
import { useAct } from '../../use-act.ts'
import { OneRead } from '../people/ReadHere.tsx'

/** Shows its children only if the inference is on; otherwise the switch, or whom to ask. */
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
