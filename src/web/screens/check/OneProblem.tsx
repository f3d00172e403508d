import type { Problem, ProblemKind } from '../../contract.ts'
import { day, shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Fill } from '../../parts/Fill.tsx'
import { WasAndNow } from '../../parts/StillHolds.tsx'
import { TopicLink } from '../../parts/TopicLink.tsx'
import { useMay } from '../../parts/use-role.ts'
import { MendButton } from './MendButton.tsx'

/** One thing to mend: the page, what is wrong, the words or both sides, and one button. */
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

/** What is wrong, in a sentence: in the words of the screen where it has some, else in the checker's. */
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

/** What is known of when and by whom: both sides may be right, each in its own case. */
function circumstances({ section, speaker, saidAt, when, keeper }: Problem['sides'][number]): string {
  const said = speaker && saidAt ? t.check.saidBy(speaker.name, shortDay(saidAt)) : null
  const dated = when && !Number.isNaN(Date.parse(when)) ? shortDay(when) : when
  return [section && t.check.under(section), said, dated && t.check.of(dated), keeper && t.check.keptBy(keeper)]
    .filter(Boolean)
    .join(' · ')
}
