import type { Topic } from '../contract.ts'
import { lazily } from '../lazily.ts'
import { t } from '../messages/things.ts'
import { Sheet } from './Sheet.tsx'

type TellProps = { topic: Topic; open: boolean; onClose: () => void; question?: string }

const TellForm = lazily(async () => (await import('./sheets.ts')).TellForm)

/** A sheet for telling unasked: one writes the question, answers it, and checks the lines. */
export function TellSheet({ topic, open, onClose, question }: TellProps) {
  return (
    <Sheet open={open} onClose={onClose} title={t.tell.title(topic.title)}>
      <TellForm topic={topic} given={question ?? t.tell.asked(topic.title)} />
    </Sheet>
  )
}
