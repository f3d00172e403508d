import { lazily } from '../lazily.ts'
import { t } from '../messages/messages.ts'
import { Sheet } from './Sheet.tsx'

/** The proposed title of a topic, and what happens when it is started. */
export type StartProps = { onClose: () => void; onStarted: (path: string) => void; called?: string }

const StartTopicForm = lazily(async () => (await import('./sheets.ts')).StartTopicForm)

/** A sheet for starting a topic. */
export function StartTopicSheet({ open, ...rest }: StartProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={rest.onClose} title={t.topics.start}>
      <StartTopicForm {...rest} />
    </Sheet>
  )
}
