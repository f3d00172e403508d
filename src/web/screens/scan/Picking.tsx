import { useState } from 'react'
import { t } from '../../messages/more.ts'
import { RefusalNote } from '../../parts/Refusal.tsx'
import type { Bringable } from '../../parts/WhatDoYouHave.tsx'
import { type Found, filesIn } from '../bring/dropped.ts'
import { useDropping } from '../bring/use-dropping.ts'

type PickingProps = { what: Bringable; onFiles: (found: Found[]) => void }

/** Choosing or dropping a folder or a file. */
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

const accepted: Record<Bringable, string> = { folder: '.zip', history: '.txt,.log,text/plain', chat: '.zip' }

type PickProps = { label: string; folder?: boolean; what?: Bringable; onFiles: (found: Found[]) => void }

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
