import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Out } from '../../contract.ts'
import { shortDay } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { useActSoon } from '../../use-act.ts'
import { useSpace } from '../use-space.ts'
import { saidBy } from '../voice.ts'
import type { Group } from './FindOrDo.tsx'
import type { Findable } from './findable.ts'
import { isNarrowed, type Narrowed } from './narrowing.ts'

/** The pause in typing after which a search starts. */
const PAUSE_MS = 160

type Hit = Out<'search'>['hits'][number]

/** The search results, the words they match, and the filters. */
export type Said = { groups: Group[]; foundFor: string[]; narrowed: Narrowed[]; nothing: boolean }

/** Adds full-text search results after the topics, while one types. */
export function useSaid(typed: string, groups: Group[]): Said {
  const words = usePaused(typed.trimStart().slice(0, 400))
  const toHit = useWayTo()
  const asked = words.trim() !== '' && typed.trim() !== ''
  const found = useActSoon('search', asked ? { words, limit: 8 } : null)
  const listed = new Set(groups.flatMap(({ things }) => things.map(({ id }) => id)))
  const hits = asked ? (found?.hits ?? []) : []
  const things = hits
    .filter(({ kind, topic }) => kind !== 'page' || !listed.has(`t/${topic}`))
    .map((hit): Findable => {
      const { id, title, words, matched } = hit
      return { id, words: title, note: noteOf(hit), place: words, matched, choose: toHit(hit) }
    })
  const { foundFor = [], narrowed = [] } = (asked && found) || {}
  const said = things.length ? [{ name: t.find.said, things }] : []
  const titled = groups.filter(({ name }) => name !== t.find.doings)
  const doings = groups.filter(({ name }) => name === t.find.doings)
  const nothing = found !== undefined && asked && [...said, ...titled].every((group) => group.things.length === 0)
  if (!asked) return { groups, foundFor, narrowed, nothing }
  if (isNarrowed(typed)) return { groups: [...said, ...doings], foundFor, narrowed, nothing }
  const [topics, ...rest] = titled
  return { groups: [...(topics ? [topics] : []), ...said, ...rest, ...doings], foundFor, narrowed, nothing }
}

function noteOf({ kind, by: voice, at, called }: Hit): string {
  const by = saidBy(voice)
  if (called) return t.find.called(called)
  if (kind === 'page') return t.find.page
  if (kind === 'question') return by ? t.topic.askedBy(by, shortDay(at)) : t.topic.askedByNew(shortDay(at))
  return by ? t.topic.answeredBy(by, shortDay(at)) : t.find.source
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
