import { t } from '../../messages/more.ts'
import { Mark } from '../../parts/Mark.tsx'

/** A point of the timeline; where something seems to have been decided it is another shape, and says so. */
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
