import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Out, Person } from '../contract.ts'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { announce } from '../parts/Announcer.tsx'
import { AskSheet } from '../parts/AskSheet.tsx'
import { DidItSheet } from '../parts/DidItSheet.tsx'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { PageText } from '../parts/PageText.tsx'
import { Press, Presses } from '../parts/Press.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TellSheet } from '../parts/TellSheet.tsx'
import { useMay } from '../parts/use-role.ts'
import { useSpace, useTopicPath } from '../parts/use-space.ts'
import { useActs, useDo } from '../use-act.ts'
import { usePages } from '../use-pages.ts'
import { BeginStory } from './topic/BeginStory.tsx'
import { BetterShown } from './topic/BetterShown.tsx'
import { Care, PastItsDate } from './topic/Care.tsx'
import { Changed } from './topic/Changed.tsx'
import { Holders } from './topic/Holders.tsx'
import { HowItCame } from './topic/HowItCame.tsx'
import { More } from './topic/more/More.tsx'
import { Questions } from './topic/Questions.tsx'
import { Releasing } from './topic/Releasing.tsx'
import { Sources } from './topic/Sources.tsx'
import { WhatWasSaid } from './topic/WhatWasSaid.tsx'
import { WhereWeDiffer } from './topic/WhereWeDiffer.tsx'
import { Marked, Writing } from './topic/Writing.tsx'

/** The Topic screen: its page, people to ask, open questions, sources, and spiral. */
export function Topic() {
  const space = useSpace()
  const path = useTopicPath()
  const { pages, more } = usePages('read-page', { topic: path })
  const read = joinPages(pages)
  const [asking, setAsking] = useState<{ of?: Person }>()
  useAnnounceWhenReady(read.compiling, read.page !== null)
  useCanonicalAddress(path, read.topic.path)
  useScrollToAnchor(read.page?.html)
  return (
    <div className="topic">
      <article>
        <Heading title={read.topic.title} />
        <OnlyIn area={read.topic.area} />
        <Moves topic={read.topic} hasPage={read.page !== null} onAsk={() => setAsking({})} />
        {read.compiling && <p className="turning">{t.topic.compiling}</p>}
        <Page read={read} />
        <ShowMore more={more} label={t.topic.readOn} />
        <Releasing topic={read.topic} openly={read.openly} />
      </article>
      <aside>
        <Holders topic={read.topic} onAsk={(of) => setAsking(of ? { of } : {})} />
        <BetterShown topic={read.topic} />
        <WhereWeDiffer topic={read.topic} />
        <Questions topic={read.topic} />
        <Sources citations={read.citations} />
        <HowItCame topic={read.topic} />
        <p>
          <Link to="/$space/near/$" params={{ space, _splat: read.topic.path }} className="link quiet">
            {t.near.button}
          </Link>
        </p>
      </aside>
      <AskSheet open={asking !== undefined} onClose={() => setAsking(undefined)} topic={read.topic} of={asking?.of} />
    </div>
  )
}

/** Joins the parts of a page. */
function joinPages(parts: Read[]): Read {
  const [first, ...rest] = parts as [Read, ...Read[]]
  if (!first.page || rest.length === 0) return first
  return {
    ...first,
    page: { ...first.page, html: parts.map(({ page }) => page?.html ?? '').join('') },
    links: Object.assign({}, ...parts.map(({ links }) => links)),
    citations: parts.flatMap(({ citations }) => citations),
  }
}

type Read = Out<'read-page'>
type MovesProps = { topic: Out<'read-page'>['topic']; hasPage: boolean; onAsk: () => void }

function Moves({ topic, hasPage, onAsk }: MovesProps) {
  const space = useSpace()
  const [did, setDid] = useState(false)
  const takesPart = useMay('member')
  const params = { space, _splat: topic.path }
  return (
    <div className="row moves">
      {takesPart && (
        <button type="button" className={hasPage ? undefined : 'first'} onClick={onAsk}>
          {t.ask.button}
        </button>
      )}
      {hasPage && (
        <Link to="/$space/practise/$" params={params} className="button">
          {t.topic.practise}
        </Link>
      )}
      {takesPart && (
        <button type="button" onClick={() => setDid(true)}>
          {t.topic.didIt}
        </button>
      )}
      {takesPart && hasPage && (
        <Link to="/$space/edit/$" params={params} className="button plain">
          {t.topic.edit}
        </Link>
      )}
      <More topic={topic} hasPage={hasPage} />
      <DidItSheet open={did} onClose={() => setDid(false)} topic={topic} />
    </div>
  )
}

function Page({ read }: { read: Out<'read-page'> }) {
  if (!read.page) {
    return (
      <>
        {!read.compiling && (
          <div className="no-page">
            <p className="lead">{t.topic.noPage}</p>
            <p className="quiet">{t.topic.noPageMore}</p>
          </div>
        )}
        <WhatWasSaid topic={read.topic} />
        <Further read={read} />
      </>
    )
  }
  return (
    <div className="text">
      <Writing read={read} />
      <PastItsDate topic={read.topic} />
      <PageText html={read.page.html} citations={read.citations} links={read.links} />
      <Marked read={read} />
      <Changed read={read} />
      <p className="quiet foot">
        {t.topic.updated(day(read.page.updatedAt))} · <HistoryLink />
      </p>
      <Care topic={read.topic} />
      <Further read={read} />
    </div>
  )
}

const HistoryLink = () => (
  <Link to="/$space/history/$" params={{ space: useSpace(), _splat: useTopicPath() }} className="link">
    {t.history.link}
  </Link>
)

/** Further actions: telling unasked, and recompiling. */
function Further({ read: { topic, page, compiling } }: { read: Out<'read-page'> }) {
  const [telling, setTelling] = useState(false)
  const recompile = useDo('recompile')
  const takesPart = useMay('member')
  const acts = useActs()
  const path = useTopicPath()
  async function compileAgain() {
    await recompile({ topic: topic.id })
    const now = await acts.readToShow('read-page', { topic: path })
    // If compiling still goes on, `useAnnounceWhenReady` announces its end.
    if (!now.compiling) announce(now.page ? t.topic.compiled : t.topic.foundNothing)
  }
  if (!takesPart) return null
  return (
    <Presses className="row further">
      <button type="button" className="plain small" onClick={() => setTelling(true)}>
        {t.tell.button}
      </button>
      <BeginStory topic={topic} />
      <Press className="plain small" disabled={compiling} does={compileAgain}>
        {page ? t.topic.again : t.topic.look}
      </Press>
      <TellSheet topic={topic} open={telling} onClose={() => setTelling(false)} />
    </Presses>
  )
}

/** Replaces a former address or an id by the topic's present one. */
function useCanonicalAddress(path: string, canonical: string) {
  const space = useSpace()
  const go = useNavigate()
  useEffect(() => {
    if (path !== canonical)
      go({ to: '/$space/t/$', params: { space, _splat: canonical }, hash: true, replace: true, state: true })
  }, [path, canonical, space, go])
}

/** Scrolls to the anchor in the address once the page is rendered. */
function useScrollToAnchor(html: string | undefined) {
  const place = useLocation({ select: ({ hash }) => hash })
  useEffect(() => {
    if (html !== undefined && place) document.getElementById(place)?.scrollIntoView()
  }, [html, place])
}

function useAnnounceWhenReady(compiling: boolean, hasPage: boolean) {
  const wasCompiling = useRef(compiling)
  useEffect(() => {
    if (wasCompiling.current && !compiling) announce(hasPage ? t.topic.compiled : t.topic.foundNothing)
    wasCompiling.current = compiling
  }, [compiling, hasPage])
}
