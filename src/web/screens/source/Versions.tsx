import { Suspense, useState } from 'react'
import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { Quiet } from '../../parts/Quiet.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { usePages } from '../../use-pages.ts'

type Version = Out<'read-source'>['versions'][number]
type VersionsProps = { source: string; versions: Version[]; shown: number; onShow: (version: number) => void }

/** A document's versions, newest first, each with its diff. */
export function Versions({ source, versions, shown, onShow }: VersionsProps) {
  const [newest] = versions
  if (!newest) return null
  return (
    <section className="versions">
      <h2>{t.source.versions}</h2>
      <ol reversed>
        {versions.map(({ version, at, by }) => (
          <li key={version} value={version}>
            <p className="row">
              <span>
                {version === newest.version ? t.source.now : t.source.version(version)} · {day(at)}
                {by && ` · ${by.name}`}
              </span>
              {version === shown ? (
                <small className="quiet">{t.source.shownHere}</small>
              ) : (
                <button type="button" className="plain small" onClick={() => onShow(version)}>
                  {t.source.readThis}
                  <span className="unseen">: {t.source.version(version)}</span>
                </button>
              )}
            </p>
            {version > 1 && <WhatChanged source={source} to={version} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function WhatChanged({ source, to }: { source: string; to: number }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.source.whatChanged}</summary>
      {open && (
        <Suspense fallback={<Quiet />}>
          <Changes source={source} to={to} />
        </Suspense>
      )}
    </details>
  )
}

const marks = { same: ' ', gone: '−', new: '+', gap: '…' } as const

function Changes({ source, to }: { source: string; to: number }) {
  const { pages, more } = usePages('compare-source', { source, from: to - 1, to })
  const rows = pages.flatMap((page) => page.rows)
  return (
    <>
      <ol className="changes" aria-label={t.source.whatChanged}>
        {rows.map(({ is, n, text }) => (
          <li key={`${is} ${n}`} className={is}>
            <span className="number" aria-hidden="true">
              {is === 'gap' ? '' : n}
            </span>
            <span className="sign" aria-hidden="true">
              {marks[is]}
            </span>
            <span>
              {is === 'gone' || is === 'new' ? <span className="unseen">{t.source.changedLine[is]} </span> : null}
              {is === 'gone' ? <del>{text}</del> : is === 'new' ? <ins>{text}</ins> : text || '\u00a0'}
            </span>
          </li>
        ))}
      </ol>
      <ShowMore more={more} />
    </>
  )
}
