import { useState } from 'react'
import { t } from '../../messages/more.ts'
import { type Found, filesIn } from '../../parts/files-dropped.ts'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useDropping } from '../../parts/use-dropping.ts'
import type { Scannable } from '../../parts/WhatDoYouHave.tsx'

type PickingProps = { what: Scannable; onFiles: (found: Found[]) => void }

/** Picking what to scan: a folder or a file chosen, or dropped anywhere on the screen. */
export function Picking({ what, onFiles }: PickingProps) {
  const [empty, setEmpty] = useState(false)
  const take = (found: Found[]) => {
    setEmpty(found.length === 0)
    if (found.length > 0) onFiles(found)
  }
  const { over, error } = useDropping(async (data) => take((await filesIn(data)).found))
  return (
    <div className={over ? 'drop over' : 'drop'}>
      {what === 'folder' && <Pick label={t.scan.folder.choose} folder onFiles={take} />}
      <Pick label={what === 'folder' ? t.scan.folder.chooseZip : t.scan[what].choose} onFiles={take} what={what} />
      <span>{t.scan.drop}</span>
      <RefusalNote error={error} />
      <small role="status">{empty ? t.scan.nothingIn : t.scan[what].kinds}</small>
    </div>
  )
}

const accepted: Record<Scannable, string> = { folder: '.zip', history: '.txt,.log,text/plain', chat: '.zip' }

type PickProps = { label: string; folder?: boolean; what?: Scannable; onFiles: (found: Found[]) => void }

function Pick({ label, folder = false, what = 'folder', onFiles }: PickProps) {
  return (
    <label className="pick">
      <input
        type="file"
        className="unseen"
        {...(folder ? { webkitdirectory: '' } : { accept: accepted[what] })}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })))
          event.target.value = ''
        }}
      />
      <span className={folder || what !== 'folder' ? 'button first' : 'button'}>{label}</span>
    </label>
  )
}
