import { lazily } from '../lazily.ts'
import { t } from '../messages/messages.ts'
import { Sheet } from './Sheet.tsx'

/** What a topic is called perhaps, and where one goes when it is there. */
export type StartProps = { onClose: () => void; onStarted: (path: string) => void; called?: string }

const StartTopicForm = lazily(async () => (await import('./sheets.ts')).StartTopicForm)

/** Starting a topic: its name, and where, if there are closed areas. */
export function StartTopicSheet({ open, ...rest }: StartProps & { open: boolean }) {
  return (
    <Sheet open={open} onClose={rest.onClose} title={t.topics.start}>
      <StartTopicForm {...rest} />
    </Sheet>
  )
}
