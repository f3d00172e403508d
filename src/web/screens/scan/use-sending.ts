import { useState } from 'react'
import { Refused } from '../../client.ts'
import { t } from '../../messages/more.ts'
import type { Found } from '../../parts/files-dropped.ts'
import { usePress } from '../../parts/use-press.ts'
import { useActs } from '../../use-act.ts'
import { inParts, mostBytes } from './in-parts.ts'
import { isWorthSending, packZip } from './packed.ts'

/** Uploads the chosen files in parts and starts the scan; `how` is the progress from 0 to 1. */
export function useSending(area: string, onSent: (scan: string) => unknown) {
  const acts = useActs()
  const [how, setHow] = useState<number | null>(null)
  const { press, error } = usePress()

  async function sendAll(found: Found[]) {
    const [first] = found
    const single = found.length === 1 && first && !first.path.includes('/') ? first.file : undefined
    const files = single ? [] : found.filter(isWorthSending)
    if (!single && files.length === 0) throw refused(t.scan.nothingIn)
    const size = single ? single.size : files.reduce((sum, { file }) => sum + file.size, 0)
    if (size > mostBytes) throw refused(t.scan.tooMuch)
    const name = (single ? single.name : (first?.path.split('/')[0] ?? '')).slice(0, 200) || t.scan.unnamed
    const { scan } = await acts.write('begin-scan', { name, ...(area ? { area } : {}) })
    const parts = inParts((part, bytes) => acts.write('send-scan-part', { scan, part, bytes }))
    let sentBytes = 0
    const add = async (bytes: Uint8Array) => {
      await parts.add(bytes)
      sentBytes += bytes.length
      setHow(Math.min(1, sentBytes / Math.max(1, size)))
    }
    if (single) await readInSlices(single, add)
    else await packZip(files, add)
    await parts.end()
    await acts.write('scan', { scan })
    return scan
  }

  const send = (found: Found[]) =>
    press(async () => {
      setHow(0)
      try {
        await onSent(await sendAll(found))
      } finally {
        setHow(null)
      }
    })
  return { how, error, send }
}

const slice = 1024 * 1024

async function readInSlices(file: File, add: (bytes: Uint8Array) => Promise<void>) {
  for (let at = 0; at < file.size; at += slice)
    await add(new Uint8Array(await file.slice(at, at + slice).arrayBuffer()))
}

const refused = (problem: string) => new Refused({ refusal: 'unfit', field: null, problem, remedy: '', own: true })
