import { freshKey } from '../../client.ts'
import type { Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { type Acts, useActs } from '../../use-act.ts'
import { bringDocument, came } from '../bring/bring-document.ts'
import { readFile, type State } from '../bring/brought.ts'

type Source = Out<'read-source'>['source']

/** The original document for download; for keepers, a new version by refetching or a file. */
export function AsGiven({ source }: { source: Source }) {
  const space = useSpace()
  const keeps = useMay('keeper')
  const query = new URLSearchParams({ source: source.id, version: String(source.version) })
  return (
    <div className="row as-given">
      <a className="button small" href={`/api/${encodeURIComponent(space)}/source-file/file?${query}`} download>
        {t.source.download}
        {source.file && <span className="unseen">: {source.file}</span>}
      </a>
      {keeps && <Renewing source={source} />}
    </div>
  )
}

function Renewing({ source }: { source: Source }) {
  const acts = useActs()
  const { press, busy, error } = usePress()
  const renew = async (coming: Promise<State>) => {
    const state = await coming
    announce(state.is === 'in' && state.already ? t.source.sameAsBefore : t.source.isNew)
  }
  if (busy) {
    return (
      <small role="status" className="quiet">
        {t.source.coming}
      </small>
    )
  }
  return (
    <>
      {source.address && (
        <button type="button" className="small" onClick={() => press(() => renew(lookedAt(acts, source.id)))}>
          {t.source.lookAgain}
        </button>
      )}
      <label className="pick">
        <input
          type="file"
          className="unseen"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) press(() => renew(brought(acts, file, source.id)))
          }}
        />
        <span className="button small">{t.source.newVersion}</span>
      </label>
      <RefusalNote error={error} />
    </>
  )
}

async function lookedAt(acts: Acts, source: string) {
  const { arrival } = await acts.write('look-again', { source })
  return came(acts, arrival)
}

async function brought(acts: Acts, file: File, replaces: string) {
  const read = await readFile(freshKey(), file)
  if (read.state.is === 'refused') throw read.state.error
  return bringDocument(acts, { ...read, file }, { replaces }, freshKey())
}
