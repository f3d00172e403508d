import type { Person, Topic } from '../contract.ts'
import { lazily } from '../lazily.ts'
import { t } from '../messages/messages.ts'
import { Sheet } from './Sheet.tsx'

/** What was done, and with whom perhaps. */
export type DidItProps = { topic: Topic; with?: Person | null; onClose: () => void }

const DidItForm = lazily(async () => (await import('./sheets.ts')).DidItForm)

/** "I did this": when, who saw it, and a line if one likes. */
export function DidItSheet({ open, ...rest }: DidItProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={rest.onClose} title={t.didIt.title}>
      <DidItForm {...rest} />
    </Sheet>
  )
}
