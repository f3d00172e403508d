import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem, ProblemKind, Topic } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { AskSheet } from '../../parts/AskSheet.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { Press } from '../../parts/Press.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { StillHolds } from '../../parts/StillHolds.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { useActs, useDo } from '../../use-act.ts'

/** The button that mends a problem: compile, ask, confirm, join or edit. */
export function MendButton({ kind, problem }: { kind: ProblemKind; problem: Problem }) {
  const { topic, wanted, words, sides, change, cited } = problem
  const [one, other] = sides
  if (cited) return <Holds topic={topic} cited={cited} />
  if (change) return <Point topic={topic} change={change} />
  if (kind === 'citation-does-not-hold') return <Again topic={topic} />
  if (kind === 'stale-page') return <Still topic={topic} />
  if (kind === 'wanted-page' && wanted !== null)
    return <Ask label={t.check.who} called={wanted} words={t.check.whatIs(wanted)} />
  if (kind === 'pages-differ' && one && other)
    return <Ask label={t.check.when} topic={one.topic} words={t.check.whenEach(one.words, other.words)} />
  if (kind === 'near-duplicate' && one && other && one.topic.area.slug === other.topic.area.slug)
    return <Join into={one.topic} from={other.topic} />
  if (kind === 'unsupported-paragraph') return <Ask label={t.check.confirm} topic={topic} words={t.check.isIt(words)} />
  if (kind === 'orphan') return <Lead topic={topic} from={problem.namedBy} />
  return <Edit topic={topic} />
}

/** Leads to the page that could link to an orphan; else to the list of topics. */
function Lead({ topic, from }: { topic: Topic; from: Topic | null }) {
  const space = useSpace()
  if (from)
    return (
      <Link to="/$space/edit/$" params={{ space, _splat: from.path }} className="button">
        {t.check.linkThere(from.title)}
        <span className="unseen">: {topic.title}</span>
      </Link>
    )
  return (
    <Link to="/$space/topics" params={{ space }} className="button">
      {t.check.onTopics}
      <span className="unseen">: {topic.title}</span>
    </Link>
  )
}

function Holds({ topic, cited }: { topic: Topic; cited: NonNullable<Problem['cited']> }) {
  return (
    <>
      <StillHolds topic={topic} version={cited.version} cited={cited} />
      <Edit topic={topic} />
    </>
  )
}

function Again({ topic }: { topic: Topic }) {
  const compile = useDo('recompile')
  const start = async () => {
    await compile({ topic: topic.id })
    announce(t.check.compiling(topic.title))
  }
  return (
    <Press does={start}>
      {t.check.again}
      <span className="unseen">: {topic.title}</span>
    </Press>
  )
}

/** Applies the safe change, if the words are still at their place. */
function Point({ topic, change }: { topic: Topic; change: NonNullable<Problem['change']> }) {
  const mended = (markdown: string) =>
    markdown.startsWith(change.old, change.at)
      ? markdown.slice(0, change.at) + change.new + markdown.slice(change.at + change.old.length)
      : markdown
  return <OnPage topic={topic} label={t.check.point} done={t.check.pointed(topic.title)} mended={mended} />
}

/** Records on the page that it was reviewed today. */
function Still({ topic }: { topic: Topic }) {
  const still = useDo('still-true')
  const press = async () => {
    await still({ topic: topic.id })
    announce(t.check.stillTrue(topic.title))
  }
  return (
    <>
      <Press does={press}>
        {t.check.still}
        <span className="unseen">: {topic.title}</span>
      </Press>
      <Edit topic={topic} />
    </>
  )
}

type OnPageProps = { topic: Topic; label: string; done: string; mended: (markdown: string) => string }

/** A button that changes a page's text over its present version. */
function OnPage({ topic, label, done, mended }: OnPageProps) {
  const acts = useActs()
  const edit = useDo('edit-page')
  const press = async () => {
    const { version, markdown } = await acts.read('read-page-text', { topic: topic.id })
    await edit({ topic: topic.id, version, markdown: mended(markdown) })
  }
  return (
    <Press does={press} done={done}>
      {label}
      <span className="unseen">: {topic.title}</span>
    </Press>
  )
}

/** Joins two near-duplicate pages, after an explanation. */
function Join({ into, from }: { into: Topic; from: Topic }) {
  const [open, setOpen] = useState(false)
  const merge = useDo('merge-topics')
  const press = async () => {
    await merge({ from: from.id, into: into.id })
    announce(t.tending.joined(from.title))
    setOpen(false)
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {t.tending.joinSubmit}
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.tending.joinTwo(from.title, into.title)}>
        <Form does={press}>
          <p>{t.tending.joinMore(into.title)}</p>
          <p className="quiet">{t.tending.joinBack}</p>
          <Sending>{t.tending.joinSubmit}</Sending>
        </Form>
      </Sheet>
      <Edit topic={into} />
    </>
  )
}

type AskProps = { label: string; words: string; topic?: Topic; called?: string }

function Ask({ label, ...ask }: AskProps) {
  const [open, setOpen] = useState(false)
  const space = useSpace()
  const go = useNavigate()
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {label}
      </button>
      <AskSheet
        {...ask}
        open={open}
        onClose={() => setOpen(false)}
        onAsked={(_splat) => go({ to: '/$space/t/$', params: { space, _splat } })}
      />
    </>
  )
}

function Edit({ topic }: { topic: Topic }) {
  return (
    <Link to="/$space/edit/$" params={{ space: useSpace(), _splat: topic.path }} className="button plain">
      {t.check.edit}
      <span className="unseen">: {topic.title}</span>
    </Link>
  )
}
