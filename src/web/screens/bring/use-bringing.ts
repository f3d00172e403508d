import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, freshKey } from '../../client.ts'
import { t } from '../../messages/messages.ts'
import { announce } from '../../parts/Announcer.tsx'
import { useSpace } from '../../parts/use-space.ts'
import { type Brought, pasted, readFile, type State, taken, type Way } from './brought.ts'
import type { Found } from './dropped.ts'

/** What somebody is bringing in: chosen, looked at, and taken in one after the other; a refused one holds up no other. */
export function useBringing() {
  const space = useSpace()
  const cache = useQueryClient()
  const [all, setAll] = useState<Brought[]>([])
  const [busy, setBusy] = useState(false)
  const keys = useRef(new Map<string, string>())
  const put = (next: Brought) => setAll((now) => now.map((one) => (one.id === next.id ? next : one)))
  const add = (more: Brought) => setAll((now) => [...now, more])
  const waiting = all.filter((one) => one.state.is === 'waiting' || (one.state.is === 'refused' && !one.state.forGood))

  async function choose(found: Found[]) {
    for (const { file, path } of found) add(await readFile(freshKey(), file, path))
  }

  /** The same wish keeps its key, so that a lost answer brings nothing in twice. */
  function keyOf(one: Brought, area: string): string {
    const wish = `${one.id} ${one.way} ${area}`
    const key = keys.current.get(wish) ?? freshKey()
    keys.current.set(wish, key)
    return key
  }

  async function bringOne(one: Brought, area: string): Promise<State> {
    const [where, key] = [area ? { area } : {}, keyOf(one, area)]
    try {
      if (one.way === 'page') {
        const { topic } = await call(space, 'import-page', { markdown: one.text, ...where }, key)
        return { is: 'in', already: false, topic }
      }
      const { name, text, title, origin } = one
      const more = { ...(title ? { title } : {}), ...(origin ? { origin } : {}) }
      const { source, already } = await call(space, 'import-source', { name, text, ...more, ...where }, key)
      return { is: 'in', already, source }
    } catch (error) {
      return { is: 'refused', error }
    }
  }

  async function bringIn(area: string) {
    setBusy(true)
    let came = 0
    for (const one of waiting) {
      put({ ...one, state: { is: 'going' } })
      const state = await bringOne(one, area)
      if (state.is === 'in') came++
      put({ ...one, state })
    }
    setBusy(false)
    announce(t.bring.finished(came, waiting.length - came))
    await cache.invalidateQueries()
  }

  return {
    all,
    waiting,
    busy,
    choose,
    paste: (text: string) => add(pasted(freshKey(), text)),
    setWay: (one: Brought, way: Way) => put(taken(one, way)),
    leaveOut: ({ id }: Brought) => setAll((now) => now.filter((one) => one.id !== id)),
    bringIn,
  }
}
