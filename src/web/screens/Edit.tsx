import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { refusalIn } from '../client.ts'
import type { Topic } from '../contract.ts'
import { moment } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { usePress } from '../parts/use-press.ts'
import { useSpace, useTopicPath } from '../parts/use-space.ts'
import { useAct, useActs, useDo } from '../use-act.ts'
import { allPages, useAllPages } from '../use-pages.ts'
import { type Draft, draftOf, forgetDraft } from './edit/draft.ts'
import { joinMerged, type Merged, Together } from './edit/Together.tsx'
import { Writing } from './edit/Writing.tsx'

/** The stages: deciding on an old draft, writing, or merging two edits. */
type Stage =
  | { is: 'offered'; draft: Draft }
  | { is: 'writing'; version: number; text: string; begun?: string }
  | { is: 'together'; merged: Merged }

/**
 * The Edit screen: a page's Markdown beside its preview; the draft is stored on this device until
 * the page is saved.
 */
export function Edit() {
  const path = useTopicPath()
  const { topic } = useAct('read-page', { topic: path })
  const parts = useAllPages('read-page-text', { topic: path })
  const [read] = useState({ version: parts[0]?.version ?? 0, markdown: parts.map(({ markdown }) => markdown).join('') })
  const page = useEditing(topic, read)
  const { stage } = page
  return (
    <div className="editing">
      <Heading title={t.edit.title(topic.title)} />
      <OnlyIn area={topic.area} />
      {stage.is === 'offered' && <Offered topic={topic} draft={stage.draft} {...page} />}
      {stage.is === 'together' && (
        <Together
          key={stage.merged.version}
          merged={stage.merged}
          busy={page.busy}
          error={page.error}
          onKeep={(text) => page.save(stage.merged.version, text)}
          onWrite={(text) => page.write(stage.merged.version, text)}
        />
      )}
      {stage.is === 'writing' && (
        <Writing
          key={stage.text}
          topic={topic}
          version={stage.version}
          initial={stage.text}
          page={read.version === stage.version ? read.markdown : undefined}
          begun={stage.begun}
          busy={page.busy}
          error={page.error}
          onKeep={(text) => page.save(stage.version, text)}
          onStartAgain={page.startAgain}
        />
      )}
    </div>
  )
}

type Read = { version: number; markdown: string }

function useEditing(topic: Topic, read: Read) {
  const space = useSpace()
  const go = useNavigate()
  const [stage, setStage] = useState<Stage>(() => begin(draftOf(space, topic.id), read))
  const edit = useDo('edit-page')
  const acts = useActs()
  const { press, busy, error } = usePress()
  useReadAnew()

  async function merge(version: number, markdown: string, goOn: boolean): Promise<void> {
    const edit = { topic: topic.id, version, markdown, most: 200 }
    const merged = joinMerged(
      await allPages((after) => acts.read('merge-page-text', { ...edit, ...(after !== null && { after }) })),
    )
    const text = merged.parts.map((part) => part.text).join('')
    const fits = merged.parts.every(({ kind }) => kind !== 'both')
    setStage(goOn && fits ? { is: 'writing', version: merged.version, text } : { is: 'together', merged })
  }

  async function save(version: number, markdown: string): Promise<void> {
    try {
      await edit({ topic: topic.id, version, markdown })
    } catch (refused) {
      if (refusalIn(refused).refusal === 'clash') return merge(version, markdown, false)
      throw refused
    }
    forgetDraft(space, topic.id)
    announce(t.edit.kept)
    await go({ to: '/$space/t/$', params: { space, _splat: topic.path } })
  }

  const write = (version: number, text: string) => setStage({ is: 'writing', version, text })
  const startAgain = () => {
    forgetDraft(space, topic.id)
    write(read.version, read.markdown)
  }
  const takeUp = (draft: Draft) => press(() => merge(draft.version, draft.text, true))
  return {
    stage,
    save: (version: number, text: string) => press(() => save(version, text)),
    write,
    startAgain,
    takeUp,
    busy,
    error,
  }
}

function begin(draft: Draft | undefined, { version, markdown }: Read): Stage {
  if (!draft || draft.text === markdown) return { is: 'writing', version, text: markdown }
  if (draft.version !== version) return { is: 'offered', draft }
  return { is: 'writing', version, text: draft.text, begun: draft.at }
}

/** Forgets the cached text on leaving, so that the next visit starts from the present page. */
function useReadAnew(): void {
  const acts = useActs()
  useEffect(() => () => acts.forget('read-page-text'), [acts])
}

type OfferedProps = {
  topic: Topic
  draft: Draft
  error: unknown
  takeUp: (draft: Draft) => void
  startAgain: () => void
}

/** Offers a draft of an earlier version of the page. */
function Offered({ topic, draft, error, takeUp, startAgain }: OfferedProps) {
  return (
    <section className="together">
      <p className="lead">{t.edit.begunOf(moment(draft.at))}</p>
      <p>
        <Link
          to="/$space/history/$"
          params={{ space: useSpace(), _splat: topic.path }}
          search={{ since: draft.version }}
          className="link"
        >
          {t.edit.whatChanged}
        </Link>
      </p>
      <RefusalNote error={error} />
      <div className="row">
        <button type="button" className="first" onClick={() => takeUp(draft)}>
          {t.edit.takeUp}
        </button>
        <button type="button" onClick={startAgain}>
          {t.edit.letGo}
        </button>
      </div>
    </section>
  )
}
