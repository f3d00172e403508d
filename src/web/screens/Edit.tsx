import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call, refusalIn } from '../client.ts'
import type { Out } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { announce } from '../parts/Announcer.tsx'
import { Field } from '../parts/Field.tsx'
import { Heading } from '../parts/Heading.tsx'
import { OnlyIn } from '../parts/OnlyIn.tsx'
import { RefusalNote } from '../parts/Refusal.tsx'
import { useDraft } from '../parts/use-draft.ts'
import { useSpace, useTopicPath } from '../parts/use-space.ts'
import { useAct, useDo } from '../use-act.ts'

type PageText = Out<'read-page-text'>

/** A page's Markdown by hand; what one writes is kept on this device until the page has it. */
export function Edit() {
  const path = useTopicPath()
  const { topic } = useAct('read-page', { topic: path })
  const [read] = useState(useAct('read-page-text', { topic: path }))
  const page = useEditing(path, read)
  return (
    <div className="editing">
      <Heading title={t.edit.title(topic.title)} />
      <OnlyIn area={topic.area} />
      <form onSubmit={page.keep} className="form">
        {page.hasDraft && (
          <p className="row quiet">
            {t.edit.draft}
            <button type="button" className="plain small" onClick={page.discard}>
              {t.edit.discard}
            </button>
          </p>
        )}
        {page.theirs ? (
          <p className="refusal" role="alert">
            {t.edit.clash}
          </p>
        ) : (
          <RefusalNote error={page.error} />
        )}
        <div className={page.theirs ? 'two-texts' : undefined}>
          <Field label={page.theirs ? t.edit.mine : t.edit.label} hint={t.edit.hint}>
            <textarea
              required
              rows={24}
              spellCheck
              value={page.text}
              onChange={(event) => page.setText(event.target.value)}
            />
          </Field>
          {page.theirs && (
            <Field label={t.edit.theirs}>
              <textarea readOnly rows={24} value={page.theirs.markdown} />
            </Field>
          )}
        </div>
        <div className="row">
          <button type="submit" className="first" disabled={page.busy}>
            {page.theirs ? t.edit.keepMine : t.edit.keep}
          </button>
          <Link to="/$space/t/$" params={{ space: useSpace(), _splat: path }} className="button plain">
            {t.edit.leave}
          </Link>
        </div>
      </form>
    </div>
  )
}

function useEditing(path: string, read: PageText) {
  const space = useSpace()
  const go = useNavigate()
  const cache = useQueryClient()
  const [text, setText, forget] = useDraft(`page/${space}/${path}`, read.markdown)
  const [begun] = useState(text !== read.markdown)
  const [base, setBase] = useState(read)
  const [theirs, setTheirs] = useState<PageText>()
  const edit = useDo('edit-page')

  async function keep(event: FormEvent) {
    event.preventDefault()
    try {
      await edit.run({ topic: path, version: base.version, markdown: text })
    } catch (error) {
      if (refusalIn(error).refusal !== 'clash') return
      const now = await call(space, 'read-page-text', { topic: path }).catch(() => undefined)
      if (now) setTheirs(now)
      if (now) setBase(now)
      return
    }
    forget()
    cache.removeQueries({ queryKey: [space, 'read-page-text'] })
    announce(t.edit.kept)
    await go({ to: '/$space/t/$', params: { space, _splat: path } })
  }

  const discard = () => {
    setText(base.markdown)
    forget()
  }
  const hasDraft = begun && text !== base.markdown && !theirs
  return { text, setText, keep, discard, hasDraft, theirs, busy: edit.busy, error: edit.error }
}
