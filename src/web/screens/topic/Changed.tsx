import { Link } from '@tanstack/react-router'
import type { Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { StillHolds, WasAndNow } from '../../parts/StillHolds.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'

/** Citations of changed lines, each with both wordings and a button to settle it. */
export function Changed({ read: { topic, page, citations } }: { read: Out<'read-page'> }) {
  const takesPart = useMay('member')
  const space = useSpace()
  const changed = citations.flatMap((one) => (one.changed ? [{ ...one, changed: one.changed }] : []))
  const once = [...new Map(changed.map((one) => [`${one.name} ${one.changed.fromLine} ${one.changed.toLine}`, one]))]
  if (once.length === 0 || !page) return null
  return (
    <section className="changed" id="changed">
      <h2>{t.topic.changed}</h2>
      <ul>
        {once.map(([key, { name, title, source, fromLine, toLine, changed: lines }]) => (
          <li key={key}>
            {source && (
              <Link
                to="/$space/source/$source"
                params={{ space, source }}
                hash={`L${fromLine}-L${toLine}`}
                className="link"
              >
                {title ?? name}
              </Link>
            )}
            <WasAndNow {...lines} />
            {takesPart && (
              <p className="row">
                <StillHolds topic={topic} version={page.version} cited={{ name, ...lines }} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
