import { useId } from 'react'
import type { Proposal } from '../contract.ts'
import { t } from '../messages/things.ts'
import { useDo } from '../use-act.ts'
import { announce } from './Announcer.tsx'
import { Fill } from './Fill.tsx'
import { focusHeading } from './Heading.tsx'
import { Press, Presses } from './Press.tsx'
import { TopicLink } from './TopicLink.tsx'

/** Fields shown as text, and fields that mean nothing to people. */
const texts = ['title', 'words', 'text', 'markdown', 'statement']
const silent = ['version']

/** A proposal of one's agent, with its complete input and two answers. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const id = useId()
  const accept = useDo('accept-proposal')
  const decline = useDo('decline-proposal')
  const settle = async (how: typeof accept | typeof decline, said: string) => {
    await how({ proposal: proposal.id })
    announce(said)
    focusHeading()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make a form of a sentence
    <div role="group" aria-labelledby={id} className="proposal">
      <small className="row note">{t.proposal.note(proposal.agent)}</small>
      <p className="say" id={id}>
        <Would proposal={proposal} />
      </p>
      <Given proposal={proposal} />
      <Presses>
        <Press className="first" does={() => settle(accept, t.proposal.done)}>
          {t.proposal.doIt}
        </Press>
        <Press className="plain" does={() => settle(decline, t.proposal.declined)}>
          {t.proposal.no}
        </Press>
      </Presses>
    </div>
  )
}

function Would({ proposal: { act, agent, topic } }: { proposal: Proposal }) {
  const known: Record<string, { of: string; alone: string }> = t.proposal.would
  const { of, alone } = known[act] ?? t.proposal.wouldElse
  const about = topic && <TopicLink topic={topic} />
  return <Fill text={topic ? of : alone} agent={agent} act={act} topic={about} />
}

/** The complete input of the proposal. */
function Given({ proposal: { fields, topic } }: { proposal: Proposal }) {
  const names: Record<string, string> = t.proposal.fields
  const shown = fields.filter(({ field }) => !silent.includes(field) && !(field === 'topic' && topic))
  const [words, rest] = [shown.filter(isText), shown.filter((one) => !isText(one))]
  return (
    <>
      {rest.length > 0 && (
        <dl className="given">
          {rest.map(({ field, value }) => (
            <div key={field}>
              <dt>{names[field] ?? field}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {words.map(({ field, value, more }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long words scroll, and have to by keyboard too
        <blockquote key={field} className="its-words" tabIndex={0} aria-label={names[field] ?? field}>
          {value}
          {more > 0 && <small>{t.proposal.more(more)}</small>}
        </blockquote>
      ))}
    </>
  )
}

/** Whether a field is shown as text, by name or length. */
const isText = ({ field, value }: Proposal['fields'][number]) => texts.includes(field) || value.length > 200
