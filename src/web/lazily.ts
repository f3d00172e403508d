import { type ComponentType, createElement, type ReactNode, use } from 'react'
import { Refused } from './client.ts'

/** A component whose script comes when it is first shown, or before that with `preload`. */
export type Lazily<P> = ((props: P) => ReactNode) & { preload: () => Promise<void> }

const aMoment = 1_000
const mark = 'whorl-loaded-anew'

/** What could not be loaded, each to be loaded again. */
const notLoaded = new Set<() => void>()

/** Has what could not be loaded be asked for again when it is shown next. */
export function loadAgain(): void {
  for (const forget of notLoaded) forget()
  notLoaded.clear()
}

/** Fetches what is likely to be shown next, once the browser has nothing else to do. */
export function preloadWhenIdle(...preloads: (() => Promise<void>)[]): void {
  const start = () => {
    for (const preload of preloads) void preload()
  }
  if ('requestIdleCallback' in window) window.requestIdleCallback(start)
  else setTimeout(start, aMoment)
}

/**
 * Code splitting: `lazily(async () => (await import('./screens/Near.tsx')).Near)`. The router waits for `preload` before
 * it leaves the screen that is shown, so that nothing flashes between.
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

/** Without a connection it is said; with one, the scripts are those of an earlier build, and the pages load anew, once. */
function refusalOf(failure: unknown): Refused {
  if (navigator.onLine && !hasLoadedAnew()) window.location.reload()
  const refusal = navigator.onLine ? 'fault' : 'offline'
  return new Refused({ refusal, field: null, problem: '', remedy: '' }, { cause: failure })
}

/** Whether the pages of this build were loaded anew for it already: then it would not help again. */
function hasLoadedAnew(): boolean {
  const build = [...document.scripts].map(({ src }) => src).join(' ')
  const has = sessionStorage.getItem(mark) === build
  sessionStorage.setItem(mark, build)
  return has
}
