import { t } from '../../messages/more.ts'
import { Mark } from '../../parts/Mark.tsx'

/** A point of the timeline; a supposed decision has another shape and a label. */
export function Dot({ decides }: { decides: boolean }) {
  return decides ? (
    <span className="point">
      <Mark mode="externalisation" />
      <span className="unseen">{t.story.perhaps}</span>
    </span>
  ) : (
    <span className="point dot" aria-hidden="true" />
  )
}
