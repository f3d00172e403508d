import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Topic } from '../contract.ts'
import { useSpace } from './use-space.ts'

type TopicLinkProps = { topic: Pick<Topic, 'path' | 'title'>; place?: string | undefined; children?: ReactNode }

/** A link to a topic or an anchor on its page, showing its title. */
export function TopicLink({ topic, place, children }: TopicLinkProps) {
  const params = { space: useSpace(), _splat: topic.path }
  return (
    <Link to="/$space/t/$" params={params} {...(place && { hash: place })} className="link">
      {children ?? topic.title}
    </Link>
  )
}
