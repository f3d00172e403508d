import type { In } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Press, Presses } from '../../parts/Press.tsx'
import { useDo } from '../../use-act.ts'

const whys = [
  'did-not-happen',
  'happened-otherwise',
  'counted-twice',
] as const satisfies In<'strike-conversion'>['why'][]

/** A button for participants to strike a conversion. */
export function Strike({ conversion }: { conversion: string }) {
  const strike = useDo('strike-conversion')
  return (
    <details className="strike">
      <summary>{t.strike.notSo}</summary>
      <p className="quiet">{t.strike.more}</p>
      <Presses>
        {whys.map((why) => (
          <Press key={why} className="plain" does={() => strike({ conversion, why })} done={t.strike.done}>
            {t.strike.whys[why]}
          </Press>
        ))}
      </Presses>
    </details>
  )
}
