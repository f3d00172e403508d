import { useState } from 'react'
import { t } from '../../messages/more.ts'
import { AreaField } from '../../parts/AreaField.tsx'
import type { Found } from '../../parts/files-dropped.ts'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useWholeFolder, type Whole } from './use-whole-folder.ts'

/** A vault or a folder of documents, imported whole: Markdown becomes pages, the rest sources. */
export function WholeFolder() {
  const { whole, error, bring } = useWholeFolder()
  const [area, setArea] = useState('')
  const busy = whole?.is === 'going'
  return (
    <details className="making">
      <summary>{t.bring.folder.title}</summary>
      <div className="form whole-folder">
        <p className="quiet">{t.bring.folder.lead}</p>
        <AreaField value={area} onChange={setArea} disabled={busy} />
        <p className="row">
          <Pick label={t.bring.folder.choose} folder disabled={busy} onFiles={(found) => bring(found, area)} />
          <Pick label={t.bring.folder.chooseZip} disabled={busy} onFiles={(found) => bring(found, area)} />
        </p>
        {whole && <HowFar whole={whole} />}
        <RefusalNote error={error} />
      </div>
    </details>
  )
}

type PickProps = { label: string; folder?: boolean; disabled: boolean; onFiles: (found: Found[]) => void }

function Pick({ label, folder = false, disabled, onFiles }: PickProps) {
  return (
    <label className="pick">
      <input
        type="file"
        className="unseen"
        disabled={disabled}
        {...(folder ? { webkitdirectory: '' } : { accept: '.zip' })}
        onChange={(event) => {
          const found = [...(event.target.files ?? [])]
          onFiles(found.map((file) => ({ file, path: file.webkitRelativePath || file.name })))
          event.target.value = ''
        }}
      />
      <span className="button">{label}</span>
    </label>
  )
}

function HowFar({ whole }: { whole: Whole }) {
  if (whole.is === 'going') {
    return (
      <div className="progress">
        <progress value={whole.done} max={Math.max(1, whole.of)} aria-label={t.bring.progressLabel} />
        <small role="status">{t.bring.folder.progress(whole.done, whole.of)}</small>
      </div>
    )
  }
  return (
    <>
      <p role="status">{t.bring.folder.came(whole.pages, whole.sources)}</p>
      {whole.aside > 0 && <p className="quiet">{t.bring.aside(whole.aside)}</p>}
      {whole.notIn.length > 0 && (
        <>
          <p className="quiet">{t.bring.folder.notIn}</p>
          <ul className="not-in">
            {whole.notIn.map(({ path, reason }) => (
              <li key={path}>
                {path} <small lang="en">{reason}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
