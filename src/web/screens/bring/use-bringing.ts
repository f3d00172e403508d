import { useRef, useState } from 'react'
import { freshKey, refusalIn } from '../../client.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import type { Found } from '../../parts/files-dropped.ts'
import { useActs } from '../../use-act.ts'
import { bringDocument } from './bring-document.ts'
import { type Brought, fromAddress, fromPaste, readFile, type State, type Way, withWay } from './brought.ts'

const wishOf = (one: Brought, area: string) => `${one.id} ${one.way} ${area}`

/** The state of bringing documents, one after another; a refused one stops no other. */
export function useBringing() {
  const acts = useActs()
  const [all, setAll] = useState<Brought[]>([])
  const [busy, setBusy] = useState(false)
  const keys = useRef(new Map<string, string>())
  const put = (next: Brought) => setAll((now) => now.map((one) => (one.id === next.id ? next : one)))
  const add = (more: Brought) => setAll((now) => [...now, more])
  const waiting = all.filter((one) => one.state.is === 'waiting' || (one.state.is === 'refused' && !one.state.forGood))

  async function choose(found: Found[]) {
    for (const { file, path } of found) add(await readFile(freshKey(), file, path))
  }

  /** The same upload keeps its key, so that a retry after a lost answer brings nothing in twice. */
  function keyOf(one: Brought, area: string): string {
    const wish = wishOf(one, area)
    const key = keys.current.get(wish) ?? freshKey()
    keys.current.set(wish, key)
    return key
  }

  async function bringOne(one: Brought, area: string): Promise<State> {
    const [where, key] = [area ? { area } : {}, keyOf(one, area)]
    try {
      if (one.way === 'page') {
        const { topic } = await acts.write('import-page', { markdown: one.text, ...where }, key)
        return { is: 'in', already: false, topic }
      }
      if (one.file || one.address) return await bringDocument(acts, one, where, key)
      const { name, text, title, origin } = one
      const more = { ...(title ? { title } : {}), ...(origin ? { origin } : {}) }
      const { source, already } = await acts.write('import-source', { name, text, ...more, ...where }, key)
      return { is: 'in', already, source }
    } catch (error) {
      // A refused upload gets a new key; a lost one keeps its key.
      if (refusalIn(error).refusal !== 'offline') keys.current.delete(wishOf(one, area))
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
  }

  return {
    all,
    waiting,
    busy,
    choose,
    fetch: (address: string) => add(fromAddress(freshKey(), address)),
    paste: (text: string) => add(fromPaste(freshKey(), text)),
    setWay: (one: Brought, way: Way) => put(withWay(one, way)),
    leaveOut: ({ id }: Brought) => setAll((now) => now.filter((one) => one.id !== id)),
    bringIn,
  }
}
