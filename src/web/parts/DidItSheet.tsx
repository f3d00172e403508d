import type { Person, Topic } from '../contract.ts'
import { lazily } from '../lazily.ts'
import { t } from '../messages/things.ts'
import { Sheet } from './Sheet.tsx'

type Line = { id: string; statement: string }

/** What was done, of a line or of its topic as a whole, and with whom perhaps. */
export type DidItProps = { topic: Topic; line?: Line | null; with?: Person | null; onClose: () => void }

const DidItForm = lazily(async () => (await import('./sheets.ts')).DidItForm)

/** "I did this": when, who saw it, how much help there was, and a line if one likes; of one line, or the topic as a whole. */
export function DidItSheet({ open, ...rest }: DidItProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={rest.onClose} title={t.didIt.title}>
      <DidItForm {...rest} />
    </Sheet>
  )
}
