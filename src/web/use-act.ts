import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { call, freshKey, house, refusalIn } from './client.ts'
import type { ActName, In, Out } from './contract.ts'
import { useSpace } from './parts/use-space.ts'

/** The cache of what was read: fresh for a moment, asked again once where the fault was ours. */
export const reading = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 2_000,
      retry: (times, error) => times < 1 && ['fault', 'offline'].includes(refusalIn(error).refusal),
      retryDelay: 400,
    },
    mutations: { networkMode: 'always' },
  },
})

type Again<A extends ActName> = { every?: (out: Out<A> | undefined) => number | false }

/** Reads an act of this space, waiting for it: `const { people } = useAct('list-people', {})`. */
export function useAct<A extends ActName>(act: A, input: In<A>, again: Again<A> = {}): Out<A> {
  return useReading(useSpace(), act, input, again)
}

/** Reads an act of this space without waiting for it, for what changes with each key; nothing to ask gives nothing. */
export function useActSoon<A extends ActName>(act: A, input: In<A> | null): Out<A> | undefined {
  const space = useSpace()
  const { data } = useQuery<Out<A>>({
    queryKey: [space, act, input],
    queryFn: () => call(space, act, input as In<A>),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  })
  return input === null ? undefined : data
}

/** Reads an act of the house: `const { me } = useHouse('list-spaces', {})`. */
export function useHouse<A extends ActName>(act: A, input: In<A>): Out<A> {
  return useReading(house, act, input, {})
}

function useReading<A extends ActName>(space: string, act: A, input: In<A>, again: Again<A>): Out<A> {
  const { data, error, isFetching } = useSuspenseQuery<Out<A>>({
    queryKey: [space, act, input],
    queryFn: () => call(space, act, input),
    refetchInterval: (query) => again.every?.(query.state.data) ?? false,
  })
  if (error && !isFetching && ['not-yours', 'absent'].includes(refusalIn(error).refusal)) throw error
  return data
}

/** A writing act of this space; what was read is read again when it is done. */
export function useDo<A extends ActName>(act: A, space?: string) {
  const here = useSpace()
  return useWriting((input: In<A>, key: string) => call(space ?? here, act, input, key))
}

/** Any writing: the same wish sent again carries the same key, until it came through. */
export function useWriting<I, O>(write: (input: I, key: string) => Promise<O>) {
  const client = useQueryClient()
  const wish = useRef({ input: '', key: '' })
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: (input: I) => {
      const said = JSON.stringify(input)
      if (wish.current.input !== said) wish.current = { input: said, key: freshKey() }
      return write(input, wish.current.key)
    },
    onSuccess: () => {
      wish.current = { input: '', key: '' }
      client.invalidateQueries()
    },
  })
  return { run: mutateAsync, busy: isPending, error, reset }
}
