import { useState } from 'react'
import { t } from '../../messages/more.ts'
import type { Found } from '../../parts/files-dropped.ts'
import { usePress } from '../../parts/use-press.ts'
import { useActs } from '../../use-act.ts'
import { type NotIn, openVault, type VaultFile } from './vault-files.ts'

/** The progress of importing a folder. */
export type Whole =
  | { is: 'going'; done: number; of: number }
  | { is: 'in'; pages: number; sources: number; aside: number; notIn: NotIn[] }

const [maxFiles, maxLength] = [25, 1_000_000]

/** Imports a folder or a zip in batches; refused files are listed and stop no other. */
export function useWholeFolder() {
  const acts = useActs()
  const [whole, setWhole] = useState<Whole>()
  const { press, error } = usePress()

  async function bringAll(found: readonly Found[], area: string) {
    const { folder } = t.bring
    const opened = await openVault(found, {
      ...folder,
      tooLong: t.bring.tooLong.problem,
      notText: t.bring.notUtf8,
    })
    const counts = { pages: 0, sources: 0 }
    let done = 0
    const send = async (files: VaultFile[]) => {
      const input = { files, from: opened.name, ...(area && { area }) }
      for (const one of (await acts.write('import-files', input)).files) {
        if (one.is === 'refused') opened.notIn.push({ path: one.path, reason: one.problem ?? '' })
        else if (one.as !== 'nothing') counts[one.as === 'page' ? 'pages' : 'sources']++
      }
      done += files.length
      setWhole({ is: 'going', done, of: opened.count })
    }
    setWhole({ is: 'going', done, of: opened.count })
    for await (const batch of batchesOf(opened.files)) await send(batch)
    setWhole({ is: 'in', ...counts, aside: opened.aside, notIn: opened.notIn })
  }

  const bring = (found: readonly Found[], area: string) =>
    press(async () => {
      try {
        await bringAll(found, area)
      } catch (fault) {
        setWhole(undefined)
        throw fault
      }
    })
  return { whole, error, bring }
}

async function* batchesOf(files: AsyncIterable<VaultFile>): AsyncGenerator<VaultFile[]> {
  let [batch, letters]: [VaultFile[], number] = [[], 0]
  for await (const file of files) {
    if (batch.length === maxFiles || (batch.length > 0 && letters + file.text.length > maxLength)) {
      yield batch
      ;[batch, letters] = [[], 0]
    }
    batch.push(file)
    letters += file.text.length + (file.base?.length ?? 0)
  }
  if (batch.length > 0) yield batch
}
