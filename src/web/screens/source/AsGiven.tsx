import { useState } from 'react'
import { call, freshKey } from '../../client.ts'
import type { Out } from '../../contract.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useWriting } from '../../use-act.ts'
import { bringDocument, came } from '../bring/bring-document.ts'
import { readFile } from '../bring/brought.ts'

type Source = Out<'read-source'>['source']

/** A document as it was given, to be had again; and, for keepers, its new version: fetched anew, or brought as a file. */
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
  const space = useSpace()
  const [coming, setComing] = useState(false)
  const renew = useWriting(async (file: File | null) => {
    setComing(true)
    try {
      const state = file ? await brought(space, file, source.id) : await lookedAt(space, source.id)
      announce(state.is === 'in' && state.already ? t.source.sameAsBefore : t.source.isNew)
    } finally {
      setComing(false)
    }
  })
  if (coming) {
    return (
      <small role="status" className="quiet">
        {t.source.coming}
      </small>
    )
  }
  return (
    <>
      {source.address && (
        <button type="button" className="small" onClick={() => renew.run(null).catch(() => undefined)}>
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
            if (file) renew.run(file).catch(() => undefined)
          }}
        />
        <span className="button small">{t.source.newVersion}</span>
      </label>
      <RefusalNote error={renew.error} />
    </>
  )
}

async function lookedAt(space: string, source: string) {
  const { arrival } = await call(space, 'look-again', { source }, freshKey())
  return came(space, arrival)
}

async function brought(space: string, file: File, replaces: string) {
  const read = await readFile(freshKey(), file)
  if (read.state.is === 'refused') throw read.state.error
  return bringDocument(space, { ...read, file }, { replaces }, freshKey())
}
