import { Link, useSearch } from '@tanstack/react-router'
import type { Out, ProblemKind } from '../contract.ts'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { useSpace } from '../parts/use-space.ts'
import { usePages } from '../use-pages.ts'
import { OneProblem } from './check/OneProblem.tsx'

/** The Check screen: problems of the pages, a few of each kind, each with one button. */
export function Check() {
  const kind = useKind()
  const space = useSpace()
  const { first, pages, more } = usePages('check-pages', kind ? { kind, most: 50 } : {})
  const kinds = kind ? joined(pages) : first.kinds
  return (
    <div className="column check">
      <Heading title={t.check.title} />
      <p className="lead">{kinds.length > 0 ? t.check.lead : t.check.none}</p>
      {kinds.map((one) => (
        <OfOneKind key={one.kind} kind={one} alone={kind !== undefined} />
      ))}
      <ShowMore more={more} />
      {kind && (
        <p>
          <Link to="/$space/check" params={{ space }} className="link quiet">
            {t.check.fewer}
          </Link>
        </p>
      )}
      {first.partly && <p className="quiet">{t.check.partly}</p>}
    </div>
  )
}

/** The kind of problem in the address, if valid. */
function useKind(): ProblemKind | undefined {
  const { kind = '' } = useSearch({ from: '/$space/check' })
  return Object.hasOwn(t.check.kinds, kind) ? (kind as ProblemKind) : undefined
}

/** The problems of one kind from all pages read. */
const joined = (pages: Out<'check-pages'>[]) =>
  (pages[0]?.kinds ?? []).map((one) => ({
    ...one,
    problems: pages.flatMap(({ kinds }) => kinds[0]?.problems ?? []),
  }))

type OfOneKindProps = { kind: Out<'check-pages'>['kinds'][number]; alone: boolean }

function OfOneKind({ kind: { kind, problems, more }, alone }: OfOneKindProps) {
  const space = useSpace()
  return (
    <section aria-label={t.check.kinds[kind]}>
      <h2>{t.check.kinds[kind]}</h2>
      <ol className="things findings">
        {problems.map((problem) => (
          <li key={`${problem.topic.id} ${problem.line} ${problem.says}`}>
            <OneProblem kind={kind} problem={problem} />
          </li>
        ))}
      </ol>
      {more && !alone && (
        <p>
          <Link to="/$space/check" params={{ space }} search={{ kind }} className="link quiet">
            {t.check.more}
            <span className="unseen">: {t.check.kinds[kind]}</span>
          </Link>
        </p>
      )}
    </section>
  )
}
