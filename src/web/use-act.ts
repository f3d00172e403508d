/** The hooks by which screens read and do acts; nothing else calls an act. */
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { call, freshKey, house, refusalIn, write } from './client.ts'
import type { ActName, In, Out } from './contract.ts'
import { listen } from './live.ts'
import { useSpace } from './parts/use-space.ts'
import { nextNewsOf, ofOwn, readAnew, readAnewSoon, reading, readOneAnew } from './reading.ts'

/** Keeps this space's screens up to date by its live stream; queries not on screen wait. */
export function useLive(): void {
  const space = useSpace()
  useEffect(() => listen(space, (told) => readAnewSoon({ space, told })), [space])
}

/** The time between two reads of what is due: this machine's clock may be ahead of the server's. */
const AGAIN_MS = 10_000
/** The longest delay of a timer: 24 days and some. */
const MOST_MS = 2 ** 31 - 1

/** Refetches an act at the moment that its answer named, since no event tells what only the clock brings. */
export function useReadAt(act: ActName, at: string | null): void {
  const space = useSpace()
  useEffect(() => {
    if (at === null) return
    let timer: ReturnType<typeof setTimeout>
    const wait = (least: number) => {
      timer = setTimeout(look, Math.min(Math.max(Date.parse(at) - Date.now(), least), MOST_MS))
    }
    const look = () => {
      if (Date.parse(at) <= Date.now()) void readOneAnew(space, act)
      wait(AGAIN_MS)
    }
    wait(0)
    return () => clearTimeout(timer)
  }, [space, act, at])
}

/** Clears the cache, on signing in or out. */
export const forgetAll = (): void => reading.clear()

/** Cache key of a reading act: its space, its name, its input. */
const keyOf = (space: string, act: ActName, input: unknown) => [space, act, input]

/** Reads an act of this space, suspending until the answer: */
export function useAct<A extends ActName>(act: A, input: In<A>): Out<A> {
  return useReading(useSpace(), act, input)
}

/**
 * Reads an act of this space without suspending, for input that changes with each key; `null` asks
 * nothing.
 */
export function useActSoon<A extends ActName>(act: A, input: In<A> | null): Out<A> | undefined {
  return useActAsTyped(act, input).out
}

/** The same, and whether the output answers the present input or still the previous one. */
export function useActAsTyped<A extends ActName>(act: A, input: In<A> | null): { out?: Out<A>; sure: boolean } {
  const space = useSpace()
  const { data, isPlaceholderData, isError } = useQuery<Out<A>>({
    queryKey: keyOf(space, act, input),
    queryFn: () => call(space, act, input as In<A>),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  })
  if (input === null || data === undefined) return { sure: input === null || isError }
  return { out: data, sure: !isPlaceholderData }
}

/** Reads an act of the house: `const { me } = useHouse('list-spaces', {})`. */
export function useHouse<A extends ActName>(act: A, input: In<A>): Out<A> {
  return useReading(house, act, input)
}

/** The cached output of an act of the house, without a request. */
export const knownOfHouse = <A extends ActName>(act: A, input: In<A>): Out<A> | undefined =>
  reading.getQueryData<Out<A>>(keyOf(house, act, input))

function useReading<A extends ActName>(space: string, act: A, input: In<A>): Out<A> {
  const { data, error, isFetching } = useSuspenseQuery<Out<A>>({
    queryKey: keyOf(space, act, input),
    queryFn: () => call(space, act, input),
  })
  if (error && !isFetching && ['not-yours', 'absent'].includes(refusalIn(error).refusal)) throw error
  return data
}

/**
 * A writing act of this space, for a press or a form: `const dismiss = useDo('dismiss')`, then
 * `await dismiss({ thing })`. After a lost answer, the same input is sent with the same key.
 */
export function useDo<A extends ActName>(act: A, space?: string): (input: In<A>) => Promise<Out<A>> {
  const here = useSpace()
  const keys = useRef(new Map<string, string>())
  return useCallback(
    async (input) => {
      const wish = JSON.stringify(input)
      const key = keys.current.get(wish) ?? freshKey()
      keys.current.set(wish, key)
      const { out, news } = await write(space ?? here, act, input, key)
      keys.current.delete(wish)
      void readAnew(ofOwn(space ?? here, news))
      return out
    },
    [act, space, here],
  )
}

/** The acts of one space, for work of several steps. */
export interface Acts {
  /** Reads past the cache. */
  read<A extends ActName>(act: A, input: In<A>): Promise<Out<A>>
  /** Reads past the cache, and updates the cache. */
  readToShow<A extends ActName>(act: A, input: In<A>): Promise<Out<A>>
  /** Writes, and refetches what shows the change, several writes at once. */
  write<A extends ActName>(act: A, input: In<A>, key?: string): Promise<Out<A>>
  /** Resolves at the next news of a noun, for work that waits for a job. */
  nextNewsOf(noun: string): Promise<void>
  /** Puts an output into the cache. */
  show<A extends ActName>(act: A, input: In<A>, out: Out<A>): void
  /** Removes an act from the cache, so that the next screen waits for a fresh answer. */
  forget(act: ActName): void
}

/** The acts of this space, for work of several steps: `const acts = useActs()`. */
export function useActs(): Acts {
  const space = useSpace()
  return useMemo(() => actsOf(space), [space])
}

const actsOf = (space: string): Acts => ({
  read: (act, input) => call(space, act, input),
  readToShow: (act, input) =>
    reading.fetchQuery({ queryKey: keyOf(space, act, input), queryFn: () => call(space, act, input), staleTime: 0 }),
  write: async (act, input, key = freshKey()) => {
    const { out, news } = await write(space, act, input, key)
    for (const heard of ofOwn(space, news)) readAnewSoon(heard)
    return out
  },
  nextNewsOf: (noun) => nextNewsOf(space, noun),
  show: (act, input, out) => void reading.setQueryData(keyOf(space, act, input), out),
  forget: (act) => reading.removeQueries({ queryKey: [space, act] }),
})
