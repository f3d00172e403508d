import { Link, useLocation, useParams } from '@tanstack/react-router'
import { Fragment, useEffect, useState } from 'react'
import { linesOfFront } from '../../text/light.ts'
import type { Out, Topic } from '../contract.ts'
import { day } from '../messages/messages.ts'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { Mark } from '../parts/Mark.tsx'
import { ShowMore } from '../parts/ShowMore.tsx'
import { TopicLink } from '../parts/TopicLink.tsx'
import { useSpace } from '../parts/use-space.ts'
import { saidBy, speakerIn } from '../parts/voice.ts'
import { usePages } from '../use-pages.ts'
import { AsGiven } from './source/AsGiven.tsx'
import { CitedBy } from './source/CitedBy.tsx'
import { Versions } from './source/Versions.tsx'

type Read = Out<'read-source'>

/** The number of lines shown before a cited one. */
const CONTEXT_LINES = 100

/** The Source screen: a source's speaker, date, question and numbered lines. */
export function Source() {
  const id = useParams({ strict: false, select: (params) => params.source ?? '' })
  const [version, setVersion] = useState<number>()
  const [marked] = useMarkedLines()
  const [whole, setWhole] = useState(false)
  // A source opened at a cited line starts a little before it; earlier lines can be loaded.
  const fromLine = whole || marked <= CONTEXT_LINES ? 1 : marked - CONTEXT_LINES
  const { first, pages, more } = usePages('read-source', {
    source: id,
    fromLine,
    ...(version !== undefined && { version }),
  })
  const read = { ...first, lines: joinLines(pages), claims: pages.flatMap(({ claims }) => claims) }
  const { source, claims } = read
  const space = useSpace()
  const unconfirmed = source.mine && claims.some((claim) => !claim.confirmedAt)
  return (
    <div className="column source">
      <Origin source={source} topic={claims[0]?.topic} />
      {unconfirmed && (
        <p className="row only-you">
          <span className="quiet">{t.source.onlyYou}</span>
          <Link to="/$space/confirm/$source" params={{ space, source: source.id }} className="button small">
            {t.source.check}
          </Link>
        </p>
      )}
      {source.kind === 'file' && <AsGiven source={source} />}
      {version !== undefined && version !== read.versions[0]?.version && (
        <p className="quiet" role="status">
          {t.source.earlier(day(source.at))}
        </p>
      )}
      {fromLine > 1 && (
        <p>
          <button type="button" className="plain small" onClick={() => setWhole(true)}>
            {t.list.earlierLines}
          </button>
        </p>
      )}
      <Lines read={read} />
      <ShowMore more={more} />
      <Versions source={source.id} versions={read.versions} shown={source.version} onShow={setVersion} />
      <CitedBy citedBy={read.citedBy} />
    </div>
  )
}

/** Joins the lines of all pages read, and the pieces of very long lines. */
function joinLines(pages: Read[]): Read['lines'] {
  const lines: Read['lines'] = []
  for (const { n, text } of pages.flatMap((page) => page.lines)) {
    const before = lines.at(-1)
    if (before?.n === n) before.text = `${before.text}${text}`
    else lines.push({ n, text })
  }
  return lines
}

function Origin({ source, topic }: { source: Read['source']; topic: Topic | undefined }) {
  const { voice, question, mine } = source
  const by = saidBy(voice)
  const title = by ? t.line.heading(by) : (source.title ?? source.name)
  const on = day(source.at)
  return (
    <>
      <Heading title={title} />
      <p className="quiet">
        {by ? (mine && speakerIn(voice) ? t.source.youSaid(on) : t.source.saidBy(by, on)) : t.source.broughtIn(on)}
        {source.origin && !source.address && ` · ${t.source.origin} ${source.origin}`}
        {source.address && (
          <>
            {` · ${t.source.origin} `}
            <a className="link" href={source.address} rel="noreferrer">
              {source.address}
            </a>
          </>
        )}
        {!question && topic && (
          <>
            {' · '}
            <TopicLink topic={topic} />
          </>
        )}
      </p>
      {question && (
        <div className="answering">
          <small className="row note">
            <Mark mode="socialisation" />
            <span>
              {question.askedBy ? t.source.answering(question.askedBy.name) : t.source.answeringNew} ·{' '}
              <TopicLink topic={question.topic} />
            </span>
          </small>
          <blockquote className="question-words">{question.words}</blockquote>
        </div>
      )}
    </>
  )
}

/** A document's lines; front matter is folded unless it is cited. */
function Lines({ read }: { read: Read }) {
  const [from] = useMarkedLines()
  const { lines } = read
  const frontLines = linesOfFront(`${lines.map(({ text }) => text ?? '').join('\n')}\n`)
  const words = lines.slice(frontLines)
  const first = words.findIndex(({ text }) => text !== '')
  return (
    <>
      <NumberedLines read={read} lines={words.slice(Math.max(0, first))} label={t.source.lines} />
      {frontLines > 0 && (
        <details open={from > 0 && from <= frontLines}>
          <summary>{t.source.ofItself}</summary>
          <NumberedLines read={read} lines={lines.slice(0, frontLines)} label={t.source.ofItself} />
        </details>
      )}
    </>
  )
}

type NumberedLinesProps = { read: Read; lines: Read['lines']; label: string }

function NumberedLines({ read: { source, claims, pages }, lines, label }: NumberedLinesProps) {
  const [from, to] = useMarkedLines()
  const space = useSpace()
  useEffect(() => {
    if (from) document.getElementById(`L${from}`)?.scrollIntoView({ block: 'center' })
  }, [from])
  return (
    <ol className="lines" aria-label={label}>
      {lines.map(({ n, text }) => {
        const claim = claims.find((one) => one.toLine === n && one.confirmedAt)
        return (
          <Fragment key={n}>
            <PageBreaks pages={pages} line={n} />
            <li id={`L${n}`} value={n} className={n >= from && n <= to ? 'marked' : undefined}>
              <span className="number" aria-hidden="true">
                {n}
              </span>
              <div>
                {text === null ? (
                  <em className="quiet">{t.source.leftOut(saidBy(source.voice) ?? t.notHere)}</em>
                ) : (
                  text || '\u00a0'
                )}
                {claim && text !== null && (
                  <Link to="/$space/line/$claim" params={{ space, claim: claim.id }} className="cite">
                    {t.source.whatBecame}
                  </Link>
                )}
              </div>
            </li>
          </Fragment>
        )
      })}
    </ol>
  )
}

/** Page breaks with page numbers; a page without text says so. */
function PageBreaks({ pages, line }: { pages: number[]; line: number }) {
  return pages.flatMap((first, n) => {
    if (first !== line) return []
    const isEmpty = pages[n + 1] === first
    return [
      // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
      <li key={`page ${n}`} className="page-break">
        {isEmpty ? t.source.bare(n + 1) : t.source.page(n + 1)}
      </li>,
    ]
  })
}

function useMarkedLines(): [number, number] {
  const hash = useLocation({ select: (at) => at.hash })
  const [, from, to] = /^L(\d+)(?:-L?(\d+))?$/.exec(hash) ?? []
  return [Number(from ?? 0), Number(to ?? from ?? 0)]
}
