import { type ComponentType, createElement, type ReactNode, use } from 'react'
import { Refused } from './client.ts'

/** A component whose script is loaded when it is first shown, or earlier by `preload`. */
export type Lazily<P> = ((props: P) => ReactNode) & { preload: () => Promise<void> }

const aMoment = 1_000
const mark = 'whorl-loaded-anew'

/** Failed loads, each with its retry. */
const notLoaded = new Set<() => void>()

/** Lets failed components be loaded again when they are next shown. */
export function loadAgain(): void {
  for (const forget of notLoaded) forget()
  notLoaded.clear()
}

/** Preloads components one after another when the browser is idle, unless the user saves data. */
export function preloadWhenIdle(preloads: readonly (() => Promise<void>)[]): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  const all = async () => {
    for (const preload of preloads) await preload()
  }
  if ('requestIdleCallback' in window) window.requestIdleCallback(all)
  else setTimeout(all, aMoment)
}

/**
 * Code splitting: `lazily(async () => (await import('./screens/Near.tsx')).Near)`. The router
 * awaits `preload` before it leaves the present screen, so that nothing flashes in between.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazily<P> {
  let component: ComponentType<P> | undefined
  let failure: unknown
  let coming: Promise<void> | undefined
  const forget = () => {
    failure = undefined
    coming = undefined
  }
  const preload = () => {
    if (failure !== undefined) forget()
    coming ??= load().then(
      (loaded) => {
        component = loaded
      },
      (error) => {
        failure = error
        notLoaded.add(forget)
      },
    )
    return coming
  }
  const shown = (props: P): ReactNode => {
    if (failure !== undefined) throw refusalOf(failure)
    if (!component) use(preload())
    return component && createElement(component, props)
  }
  return Object.assign(shown, { preload })
}

/**
 * Reports a missing connection. With a connection, the script belongs to an earlier build, and the
 * page is reloaded once.
 */
function refusalOf(failure: unknown): Refused {
  if (navigator.onLine && !hasLoadedAnew()) window.location.reload()
  const refusal = navigator.onLine ? 'fault' : 'offline'
  return new Refused({ refusal, field: null, problem: '', remedy: '' }, { cause: failure })
}

/** Whether the page was already reloaded for this build, so that another reload would not help. */
function hasLoadedAnew(): boolean {
  const build = [...document.scripts].map(({ src }) => src).join(' ')
  const has = sessionStorage.getItem(mark) === build
  sessionStorage.setItem(mark, build)
  return has
}
