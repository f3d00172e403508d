import { Link, useSearch } from '@tanstack/react-router'
import type { Out, ProblemKind } from '../contract.ts'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { useSpace } from '../parts/use-space.ts'
import { useAct } from '../use-act.ts'
import { OneProblem } from './mend/OneProblem.tsx'

/** What could be mended in the pages, a few of each kind, each with one button. */
export function Mend() {
  const kind = useKind()
  const space = useSpace()
  const { kinds, partly } = useAct('check-pages', kind ? { kind } : {})
  return (
    <div className="column mend">
      <Heading title={t.mend.title} />
      <p className="lead">{kinds.length > 0 ? t.mend.lead : t.mend.none}</p>
      {kinds.map((one) => (
        <OfOneKind key={one.kind} kind={one} alone={kind !== undefined} />
      ))}
      {kind && (
        <p>
          <Link to="/$space/mend" params={{ space }} className="link quiet">
            {t.mend.fewer}
          </Link>
        </p>
      )}
      {partly && <p className="quiet">{t.mend.partly}</p>}
    </div>
  )
}

/** The kind in the address, where it is one. */
function useKind(): ProblemKind | undefined {
  const { kind = '' } = useSearch({ from: '/$space/mend' })
  return Object.hasOwn(t.mend.kinds, kind) ? (kind as ProblemKind) : undefined
}

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
