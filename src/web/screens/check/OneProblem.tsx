import type { Problem, ProblemKind } from '../../contract.ts'
import { day, shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { WasAndNow } from '../../parts/StillHolds.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { saidBy } from '../../parts/voice.ts'
import { MendButton } from './MendButton.tsx'

/** One problem: the page, the fault, the words or both sides, and one button. */
export function OneProblem({ kind, problem }: { kind: ProblemKind; problem: Problem }) {
  const takesPart = useMay('member')
  const { topic, line, words, sides, cited, due } = problem
  return (
    <>
      {sides.length > 0 ? (
        <Sides sides={sides} />
      ) : (
        <>
          <p className="row">
            <TopicLink topic={topic} />
            {line > 1 && <small className="quiet">{t.check.line(line)}</small>}
          </p>
          <Says kind={kind} problem={problem} />
          {words && !due && <blockquote>{words}</blockquote>}
          {cited && <WasAndNow {...cited} />}
        </>
      )}
      {takesPart && (
        <p className="row">
          <MendButton kind={kind} problem={problem} />
        </p>
      )}
    </>
  )
}

/** The fault in a sentence, from the catalogue or else from the server. */
function Says({ kind, problem: { says, due, namedBy } }: { kind: ProblemKind; problem: Problem }) {
  if (due) return <p className="say">{t.tending.past(day(due))}</p>
  if (kind === 'orphan')
    return (
      <p className="say">
        {namedBy ? <Fill text={t.check.namedBy} topic={<TopicLink topic={namedBy} />} /> : t.check.namedNowhere}
      </p>
    )
  return (
    <p className="say" lang="en">
      {says}
    </p>
  )
}

function Sides({ sides }: { sides: Problem['sides'] }) {
  return (
    <div className="sides">
      {sides.map((side) => (
        <figure key={`${side.topic.id} ${side.line}`}>
          <blockquote>{side.words}</blockquote>
          <figcaption>
            <TopicLink topic={side.topic} />
            <small className="quiet">{circumstances(side)}</small>
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

/** The circumstances of a side: section, date and author. */
function circumstances({ section, voice, saidAt, when, keeper }: Problem['sides'][number]): string {
  const by = saidBy(voice)
  const said = by && saidAt ? t.check.saidBy(by, shortDay(saidAt)) : null
  const dated = when && !Number.isNaN(Date.parse(when)) ? shortDay(when) : when
  return [section && t.check.under(section), said, dated && t.check.of(dated), keeper && t.check.keptBy(keeper)]
    .filter(Boolean)
    .join(' · ')
}
