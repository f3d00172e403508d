/** Paged lists and texts in parts: the first page at once, further ones on request. */
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { call, type house, refusalIn } from './client.ts'
import type { ActName, In, Out } from './contract.ts'
import { useSpace } from './parts/use-space.ts'

/** An act whose output has a `next` cursor. */
type PagedAct = { [A in ActName]: Out<A> extends { next: string | null } ? A : never }[ActName]

/** The input of such an act without its cursor. */
type Asked<A extends PagedAct> = Omit<In<A>, 'after'>

/** The pages read so far, and how to read the next. */
export interface Pages<Page> {
  first: Page
  pages: Page[]
  /** Reads the next page; undefined at the end. */
  more: (() => Promise<unknown>) | undefined
}

/** Reads a list of this space, or of the house: `const { pages, more } = usePages('list-topics', {})`. */
export function usePages<A extends PagedAct>(act: A, asked: Asked<A>, of?: typeof house): Pages<Out<A>> {
  const here = useSpace()
  const space = of ?? here
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery({
    queryKey: [space, act, asked, 'pages'],
    queryFn: ({ pageParam }) => readPage(space, act, asked, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: nextOf,
  })
  if (error && !isFetching && ['not-yours', 'absent'].includes(refusalIn(error).refusal)) throw error
  const [first, ...rest] = data.pages
  const more = hasNextPage ? () => fetchNextPage({ throwOnError: true }) : undefined
  return { first: first as Out<A>, pages: [first as Out<A>, ...rest], more }
}

/** Reads all pages at once, for work that needs the whole, such as editing a text. */
export function useAllPages<A extends PagedAct>(act: A, asked: Asked<A>): Out<A>[] {
  const space = useSpace()
  return useSuspenseQuery({
    queryKey: [space, act, asked, 'all'],
    queryFn: () => allPages((after) => readPage(space, act, asked, after)),
  }).data
}

/** Reads all pages, one after another. */
export async function allPages<Page extends { next: string | null }>(
  read: (after: string | null) => Promise<Page>,
): Promise<Page[]> {
  const pages = [await read(null)]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await read(next))
  return pages
}

const readPage = <A extends PagedAct>(space: string, act: A, asked: Asked<A>, after: string | null) =>
  call(space, act, { ...asked, ...(after !== null && { after }) } as In<A>) as Promise<Out<A> & { next: string | null }>

const nextOf = (page: { next: string | null }) => page.next
