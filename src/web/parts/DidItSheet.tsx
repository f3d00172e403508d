import type { Person, Topic } from '../contract.ts'
import { lazily } from '../lazily.ts'
import { t } from '../messages/things.ts'
import { Sheet } from './Sheet.tsx'

type Line = { id: string; statement: string }

/** What was done: a line or the topic as a whole, and perhaps with whom. */
export type DidItProps = { topic: Topic; line?: Line | null; with?: Person | null; onClose: () => void }

const DidItForm = lazily(async () => (await import('./sheets.ts')).DidItForm)

/** The sheet "I did this", for a line or the topic as a whole. */
export function DidItSheet({ open, ...rest }: DidItProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={rest.onClose} title={t.didIt.title}>
      <DidItForm {...rest} />
    </Sheet>
  )
}
