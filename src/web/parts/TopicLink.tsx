import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Topic } from '../contract.ts'
import { useSpace } from './use-space.ts'

/** A topic's title, leading to it. */
export function TopicLink({ topic, children }: { topic: Pick<Topic, 'path' | 'title'>; children?: ReactNode }) {
  return (
    <Link to="/$space/t/$" params={{ space: useSpace(), _splat: topic.path }} className="link">
      {children ?? topic.title}
    </Link>
  )
}
