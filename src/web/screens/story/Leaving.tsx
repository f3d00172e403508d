import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Story } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { forgetDrafts } from '../../parts/use-draft.ts'
import { useSpace } from '../../parts/use-space.ts'
import { useDo } from '../../use-act.ts'

/** Leaving a story: keep it for later, or delete it. */
export function Leaving({ story }: { story: Story }) {
  const [sure, setSure] = useState(false)
  const drop = useDo('drop-story')
  const space = useSpace()
  const go = useNavigate()
  const throwAway = async () => {
    await drop({ story: story.id })
    forgetDrafts(story.id)
    announce(t.story.dropped)
    await go({ to: '/$space/t/$', params: { space, _splat: story.topic.path } })
  }
  return (
    <footer className="leaving quiet">
      <p>{sure ? t.story.dropAsk : t.story.waits}</p>
      <Presses>
        {sure ? (
          <>
            <Press className="small" does={throwAway}>
              {t.story.drop}
            </Press>
            <button type="button" className="plain small" onClick={() => setSure(false)}>
              {t.cancel}
            </button>
          </>
        ) : (
          <>
            <Link to="/$space" params={{ space }} className="button plain small">
              {t.story.later}
            </Link>
            <button type="button" className="plain small" onClick={() => setSure(true)}>
              {t.story.drop}
            </button>
          </>
        )}
      </Presses>
    </footer>
  )
}
