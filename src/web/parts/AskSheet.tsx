import type { Person, Topic } from '../contract.ts'
import { lazily } from '../lazily.ts'
import { t } from '../messages/messages.ts'
import { Sheet } from './Sheet.tsx'

/** The given parts of a question to be asked. */
export type AskProps = {
  topic?: Topic
  of?: Person | undefined
  called?: string
  words?: string
  line?: string
  onAsked?: (path: string) => void
}

const AskForm = lazily(async () => (await import('./sheets.ts')).AskForm)

/** A sheet for asking a question. */
export function AskSheet({ open, onClose, ...ask }: AskProps & { open: boolean; onClose: () => void }) {
  const title = ask.topic ? `${t.ask.title} · ${ask.topic.title}` : t.ask.title
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      <AskForm {...ask} onClose={onClose} />
    </Sheet>
  )
}
