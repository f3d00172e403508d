/** Lists of these pages: the first page at once, further ones when somebody asks. */
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { call, house } from './client.ts'
import type { ActName, In, Out } from './contract.ts'
import { useSpace } from './parts/use-space.ts'

/** An act whose answer goes on: it says what to ask `after`. */
type PagedAct = { [A in ActName]: Out<A> extends { next: string | null } ? A : never }[ActName]

/** The pages of a list that were read, and how to read one more. */
export interface Pages<Page> {
  first: Page
  pages: Page[]
  /** Reads the next page; undefined at the end. */
  more: (() => Promise<unknown>) | undefined
}

/** Reads a list of this space: `const { pages, more } = usePages('list-topics', {})`. */
export function usePages<A extends PagedAct>(act: A, input: Omit<In<A>, 'after'>): Pages<Out<A>> {
  return useAllRead(useSpace(), act, input)
}

/** Reads a list of the house. */
export function useHousePages<A extends PagedAct>(act: A, input: Omit<In<A>, 'after'>): Pages<Out<A>> {
  return useAllRead(house, act, input)
}

function useAllRead<A extends PagedAct>(space: string, act: A, input: Omit<In<A>, 'after'>): Pages<Out<A>> {
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery({
    queryKey: [space, act, input, 'pages'],
    queryFn: ({ pageParam }) => call(space, act, { ...input, ...(pageParam && { after: pageParam }) } as In<A>),
    initialPageParam: '',
    getNextPageParam: (page: Out<A>) => (page as { next: string | null }).next,
  })
  const pages = data.pages as Out<A>[]
  return { first: pages[0] as Out<A>, pages, more: hasNextPage ? () => fetchNextPage() : undefined }
}

/** All pages of a list, one after another: for work that needs the whole. */
export async function allPages<Page extends { next: string | null }>(
  read: (after: { after?: string }) => Promise<Page>,
): Promise<Page[]> {
  const pages = [await read({})]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await read({ after: next }))
  return pages
}
