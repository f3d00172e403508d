import { useNavigate } from '@tanstack/react-router'
import type { Story } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { Field } from '../../parts/Field.tsx'
import { Form, Sending } from '../../parts/Form.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { forgetDrafts, useDraft } from '../../parts/use-draft.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'
import type { Stage } from './stage-of.ts'

type WordlessProps = { story: Story; onGo: (stage: Stage | undefined) => void }

/** The last stage: what has no words becomes a line to be shown; then the story is finished. */
export function Wordless({ story, onGo }: WordlessProps) {
  const [words, setWords] = useDraft(`wordless/${story.id}`, ratherShown(story))
  const finish = useDo('finish-story')
  const space = useSpace()
  const go = useNavigate()

  async function done() {
    const wordless = words.trim()
    const { source } = await finish({ story: story.id, ...(wordless && { wordless }) })
    forgetDrafts(story.id)
    await go({ to: '/$space/confirm/$source', params: { space, source } })
  }

  return (
    <Form does={done}>
      <Heading title={t.story.wordless.title} />
      <p className="quiet">{t.story.wordless.more}</p>
      <Field name="wordless" label={t.story.wordless.words} optional={t.optional}>
        <textarea rows={4} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Sending
        beside={
          <button type="button" className="plain" onClick={() => onGo('deepening')}>
            {t.story.wordless.back}
          </button>
        }
      >
        {t.story.wordless.done}
      </Sending>
    </Form>
  )
}

/** A draft from what the teller would rather show than say. */
function ratherShown({ replies, timeline, decision }: Story): string {
  const line = timeline.find(({ id }) => id === decision)?.words ?? ''
  const toShow = replies.filter(({ how }) => how === 'show').map(({ family }) => t.story.wordless.what[family])
  return toShow.map((what) => t.story.wordless.when(what, line)).join('\n')
}
