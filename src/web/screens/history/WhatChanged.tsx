import { useNavigate } from '@tanstack/react-router'
import type { Out, Topic } from '../../contract.ts'
import { moment } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'
import { Block } from './Block.tsx'

type Change = Out<'page-version'>['changes'][number]
type WhatChangedProps = { topic: Topic; version: number; since: number | undefined }

/** A version of a page with its changes marked. */
export function WhatChanged({ topic, version, since }: WhatChangedProps) {
  const asked = { topic: topic.id, version, ...(since === undefined ? {} : { since }) }
  const { first, pages, more } = usePages('page-version', asked)
  const read = { ...first, changes: pages.flatMap(({ changes }) => changes) }
  return (
    <>
      <p className="lead">
        {t.history.made(read.by?.name ?? t.history.whorl, moment(read.at))}
        {read.fromFolder && ` · ${t.history.fromFolder}`}
      </p>
      {read.leftOut && <p className="quiet">{t.history.leftOut}</p>}
      {!read.now.is && <Restore topic={topic} read={read} />}
      <Fields changes={read.changes.filter(({ field }) => field !== null)} />
      <div className="text changes">
        {runsOf(read.changes.filter(({ field }) => field === null)).map((run) => (
          <Run key={run.at} {...run} />
        ))}
        <ShowMore more={more} />
      </div>
    </>
  )
}

/**
 * A button that restores a version; the present one stays in the history, so no confirmation is
 * asked.
 */
function Restore({ topic, read }: { topic: Topic; read: Out<'page-version'> }) {
  const restore = useDo('restore-page')
  const space = useSpace()
  const go = useNavigate()
  if (!useMay('member')) return null
  const again = async () => {
    await restore({ topic: topic.id, version: read.now.version, restore: read.version })
    announce(t.history.restored)
    await go({ to: '/$space/t/$', params: { space, _splat: topic.path } })
  }
  return (
    <Presses className="row moves">
      <Press does={again}>{t.history.restore}</Press>
      <small>{t.history.restoreMore}</small>
    </Presses>
  )
}

function Fields({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return null
  return (
    <dl className="fields-changed">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{t.history.field(change.field ?? '')}</dt>
          <dd>
            <Block change={change} plain />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type RunOfBlocks = { at: number; same: boolean; changes: Change[] }

/** Blocks that changed, and those between them that did not. */
function runsOf(changes: Change[]): RunOfBlocks[] {
  const runs: RunOfBlocks[] = []
  for (const [at, change] of changes.entries()) {
    const same = change.kind === 'same'
    const last = runs.at(-1)
    if (last?.same === same) last.changes.push(change)
    else runs.push({ at, same, changes: [change] })
  }
  return runs
}

const FEW = 2

/** A run of blocks; long unchanged runs are folded, except next to a change. */
function Run({ same, changes, at }: RunOfBlocks) {
  const blocks = (some: Change[], from: number) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a version never move
    some.map((change, n) => <Block key={from + n} change={change} />)
  if (!same || changes.length <= FEW + 1) return <>{blocks(changes, at)}</>
  const [inside, beside] = [changes.slice(0, -1), changes.slice(-1)]
  return (
    <>
      <details className="as-it-was">
        <summary>{t.history.asItWas}</summary>
        {blocks(inside, at)}
      </details>
      {blocks(beside, at + inside.length)}
    </>
  )
}
