import { useState } from 'react'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { type Found, filesIn } from '../../parts/files-dropped.ts'
import { RefusalNote } from '../../parts/Refusal.tsx'
import { useDropping } from '../../parts/use-dropping.ts'

type ChoosingProps = {
  onFiles: (found: Found[]) => void
  onPaste: (text: string) => void
  onAddress: (address: string) => void
}

/** Choosing documents: dropped, chosen or pasted, or an address. */
export function Choosing({ onFiles, onPaste, onAddress }: ChoosingProps) {
  const [aside, setAside] = useState(0)
  const { over, error } = useDropping(async (data) => {
    const { found, aside } = await filesIn(data)
    setAside(aside)
    onFiles(found)
  })
  return (
    <div className="choosing">
      <label className={over ? 'drop over' : 'drop'}>
        <input
          type="file"
          multiple
          className="unseen"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])].map((file) => ({ file, path: file.name })))
            event.target.value = ''
            setAside(0)
          }}
        />
        <span className="button">{t.bring.choose}</span>
        <span>{t.bring.drop}</span>
        <small>{t.bring.kinds}</small>
      </label>
      {aside > 0 && (
        <p className="quiet" role="status">
          {t.bring.aside(aside)}
        </p>
      )}
      <RefusalNote error={error} />
      <Addressing onAddress={onAddress} />
      <Pasting onPaste={onPaste} />
    </div>
  )
}

function Addressing({ onAddress }: { onAddress: (address: string) => void }) {
  const [address, setAddress] = useState('')
  return (
    <details className="making">
      <summary>{t.bring.address}</summary>
      <Form
        does={() => {
          onAddress(address.trim())
          setAddress('')
        }}
      >
        <Field label={t.bring.addressLabel} hint={t.bring.addressHint}>
          <input type="url" required value={address} onChange={(event) => setAddress(event.target.value)} />
        </Field>
        <Sending className="">{t.bring.addressAdd}</Sending>
      </Form>
    </details>
  )
}

function Pasting({ onPaste }: { onPaste: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <details className="making">
      <summary>{t.bring.paste}</summary>
      <Form
        does={() => {
          onPaste(text)
          setText('')
        }}
      >
        <Field label={t.bring.pasteLabel} hint={t.bring.pasteHint}>
          <textarea required rows={6} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Sending className="">{t.bring.pasteAdd}</Sending>
      </Form>
    </details>
  )
}
