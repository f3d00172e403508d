import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Claim } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useSpeaksFor } from '../../parts/use-speaks-for.ts'
import { useDo } from '../../use-act.ts'

/** Withdrawing a line, by its speaker or its group, with confirmation. */
export function TakingOut({ claim }: { claim: Claim }) {
  const mine = useSpeaksFor(claim.voice)
  const [sure, setSure] = useState(false)
  const withdraw = useDo('withdraw-claim')
  const space = useSpace()
  const go = useNavigate()
  const takeOut = async () => {
    await withdraw({ claim: claim.id, version: claim.version })
    announce(t.line.withdrawn)
    await go({ to: '/$space/t/$', params: { space, _splat: claim.topic.path } })
  }
  if (!mine) return null
  if (!sure) {
    return (
      <button type="button" className="plain" onClick={() => setSure(true)}>
        {t.line.withdraw}
      </button>
    )
  }
  return (
    <div className="form">
      <p className="quiet">{t.line.withdrawAsk}</p>
      <Presses>
        <Press className="first" does={takeOut}>
          {t.line.withdraw}
        </Press>
        <button type="button" className="plain" onClick={() => setSure(false)}>
          {t.cancel}
        </button>
      </Presses>
    </div>
  )
}
