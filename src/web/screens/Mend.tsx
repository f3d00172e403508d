import { Link, useSearch } from '@tanstack/react-router'
import type { Out } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { Heading } from '../parts/Heading.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { useSpace } from '../parts/use-space.ts'
import { usePages } from '../use-pages.ts'
import { OneProblem } from './mend/OneProblem.tsx'

/** What could be mended in the pages, a few of each kind, each with one button. */
export function Mend() {
  const { kind } = useSearch({ from: '/$space/mend' })
  const space = useSpace()
  const { first, pages, more } = usePages('check-pages', kind ? { kind, most: 50 } : {})
  const kinds = kind ? joined(pages) : first.kinds
  return (
    <div className="column mend">
      <Heading title={t.mend.title} />
      <p className="lead">{kinds.length > 0 ? t.mend.lead : t.mend.none}</p>
      {kinds.map((one) => (
        <OfOneKind key={one.kind} kind={one} alone={kind !== undefined} />
      ))}
      <ShowMore more={more} />
      {kind && (
        <p>
          <Link to="/$space/mend" params={{ space }} className="link quiet">
            {t.mend.fewer}
          </Link>
        </p>
      )}
      {first.partly && <p className="quiet">{t.mend.partly}</p>}
    </div>
  )
}

/** The problems of one kind, of all pages of them. */
const joined = (pages: Out<'check-pages'>[]) =>
  (pages[0]?.kinds ?? []).map((one) => ({
    ...one,
    problems: pages.flatMap(({ kinds }) => kinds[0]?.problems ?? []),
  }))

type OfOneKindProps = { kind: Out<'check-pages'>['kinds'][number]; alone: boolean }

function OfOneKind({ kind: { kind, problems, more }, alone }: OfOneKindProps) {
  const space = useSpace()
  return (
    <section aria-label={t.mend.kinds[kind]}>
      <h2>{t.mend.kinds[kind]}</h2>
      <ol className="things findings">
        {problems.map((problem) => (
          <li key={`${problem.topic.id} ${problem.line} ${problem.says}`}>
            <OneProblem kind={kind} problem={problem} />
          </li>
        ))}
      </ol>
      {more && !alone && (
        <p>
          <Link to="/$space/mend" params={{ space }} search={{ kind }} className="link quiet">
            {t.mend.more}
            <span className="unseen">: {t.mend.kinds[kind]}</span>
          </Link>
        </p>
      )}
    </section>
  )
}
