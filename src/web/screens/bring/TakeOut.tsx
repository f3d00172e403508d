import { Zip, ZipDeflate } from 'fflate'
import { useState } from 'react'
import { t } from '../../messages/more.ts'
import { AreaField } from '../../parts/AreaField.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { saying } from '../../parts/Press.tsx'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useSpace } from '../../parts/use-space.ts'
import { type Acts, useActs } from '../../use-act.ts'

type Form = keyof typeof t.bring.out.forms

const forms = (Object.keys(t.bring.out.forms) as Form[]).map((form) => [form, ...t.bring.out.forms[form]] as const)

/** Exporting what one may read as a zip, packed in the browser. */
export function TakeOut() {
  const space = useSpace()
  const [as, setAs] = useState<Form>('vault')
  const [area, setArea] = useState('')
  const acts = useActs()
  const { press, busy, error } = usePress()
  const take = async () => save(await packedExport(acts, as, area), `${area || space}-${as}.zip`)
  return (
    <details className="making take-out">
      <summary>{t.bring.out.title}</summary>
      <div className="form">
        <Choice label={t.bring.out.as} of={forms} value={as} onChoose={setAs} inRows />
        <AreaField value={area} onChange={setArea} disabled={busy} />
        <p className="row">
          <button type="button" {...saying(busy, true)} onClick={() => press(take)}>
            {busy ? t.bring.out.packing : t.bring.out.take}
          </button>
        </p>
        <RefusalNote error={error} />
      </div>
    </details>
  )
}

/** Fetches an export part by part and packs it; a repeated path continues its file. */
async function packedExport(acts: Acts, as: Form, area: string): Promise<Blob> {
  const files = new Map<string, string[]>()
  for (let after: string | null | undefined; after !== null; ) {
    const part: { files: { path: string; text: string }[]; next: string | null } = await acts.read('export-files', {
      as,
      ...(after && { after }),
      ...(area && { area }),
    })
    for (const { path, text } of part.files) files.set(path, [...(files.get(path) ?? []), text])
    after = part.next
  }
  const made: BlobPart[] = []
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault
    made.push(bytes as Uint8Array<ArrayBuffer>)
  })
  for (const [path, words] of files) {
    const entry = new ZipDeflate(path, { level: 6 })
    zip.add(entry)
    entry.push(new TextEncoder().encode(words.join('')), true)
  }
  zip.end()
  return new Blob(made, { type: 'application/zip' })
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
