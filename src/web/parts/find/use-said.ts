import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Out } from '../../contract.ts'
import { shortDay, t } from '../../messages/messages.ts'
import { useActSoon } from '../../use-act.ts'
import { useSpace } from '../use-space.ts'
import type { Group } from './FindOrDo.tsx'
import type { Findable } from './findable.ts'

/** How long somebody pauses who waits for what they typed to be found. */
const PAUSE_MS = 160

type Hit = Out<'search'>['hits'][number]

/** Puts what was said, wherever it stands, after the topics that fit by their titles; it comes as one types. */
export function useSaid(typed: string, groups: Group[]): Group[] {
  const words = usePaused(typed.trim().slice(0, 400))
  const toHit = useWayTo()
  const found = useActSoon('search', words ? { words, limit: 8 } : null)
  const listed = new Set(groups.flatMap(({ things }) => things.map(({ id }) => id)))
  const things = (typed.trim() ? (found?.hits ?? []) : [])
    .filter(({ kind, topic }) => kind !== 'page' || !listed.has(`t/${topic}`))
    .map((hit): Findable => ({ id: hit.id, words: hit.title, note: noteOf(hit), place: hit.words, choose: toHit(hit) }))
  const [topics, ...rest] = groups
  if (!topics || things.length === 0) return groups
  return [topics, { name: t.find.said, things }, ...rest]
}

function noteOf({ kind, by, at }: Hit): string {
  if (kind === 'page') return t.find.page
  if (kind === 'question') return by ? t.topic.askedBy(by.name, shortDay(at)) : t.topic.askedByNew(shortDay(at))
  return by ? t.topic.answeredBy(by.name, shortDay(at)) : t.find.source
}

function useWayTo() {
  const space = useSpace()
  const go = useNavigate()
  return ({ id, kind, topic }: Hit) =>
    () => {
      const thing = id.slice(kind.length + 1)
      if (kind === 'claim') return void go({ to: '/$space/line/$claim', params: { space, claim: thing } })
      if (kind === 'source') return void go({ to: '/$space/source/$source', params: { space, source: thing } })
      return void go({ to: '/$space/t/$', params: { space, _splat: topic ?? '' } })
    }
}

function usePaused(words: string): string {
  const [paused, setPaused] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return paused
}
