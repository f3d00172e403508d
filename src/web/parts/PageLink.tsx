import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { t } from '../messages/more.ts'
import { StartTopicSheet } from './StartTopicSheet.tsx'
import { TopicLink } from './TopicLink.tsx'
import { useSpace } from './use-space.ts'

type PageLinkProps = { target: string; path: string | null; place?: string | undefined; children: ReactNode }

/** A link to another topic or an anchor on its page; for a missing topic, a way to start it. */
export function PageLink({ target, path, place, children }: PageLinkProps) {
  const [open, setOpen] = useState(false)
  const space = useSpace()
  const go = useNavigate()
  if (path)
    return (
      <TopicLink topic={{ path, title: target }} place={place}>
        {children}
      </TopicLink>
    )
  return (
    <>
      <button type="button" className="wanted" title={t.topic.wanted(target)} onClick={() => setOpen(true)}>
        {children}
      </button>
      <StartTopicSheet
        open={open}
        called={target}
        onClose={() => setOpen(false)}
        onStarted={(_splat) => go({ to: '/$space/t/$', params: { space, _splat } })}
      />
    </>
  )
}
