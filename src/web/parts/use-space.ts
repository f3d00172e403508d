import { useMatches, useParams } from '@tanstack/react-router'

/** The slug of the space one is in, from the address. */
export function useSpace(): string {
  return useParams({ strict: false, select: (params) => params.space ?? '' })
}

/** The topic in the address: "slug" or "area/slug". */
export function useTopicPath(): string {
  return useParams({ strict: false, select: (params) => params._splat ?? '' })
}

/** The address of the screen that is shown, which is not yet a new one while that is on its way. */
export function useShownPath(): string {
  return useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' })
}
