import { type Perform, Refusal, type RefusalKind } from '../ba/index.ts'

/** Performs acts by HTTP at the server that holds the data folder, as the folder's owner. */
export function remotely({ url, token }: { url: string; token: string }): Perform {
  return async ({ act, space, input, door, key }) => {
    const response = await fetch(
      `${url}/api/${encodeURIComponent(act.scope === 'house' ? 'house' : (space ?? ''))}/${act.name}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-whorl-door': door,
          'whorl-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
          // No keep-alive, since the server may close the connection before the next call.
          connection: 'close',
        },
        body: JSON.stringify({ ...(input as object), ...(key !== undefined && { key }) }),
      },
    )
    const body = (await response.json()) as Record<string, unknown>
    if (response.ok) return body
    const { refusal, field, problem, remedy } = body.error as {
      refusal: string
      field: string | null
      problem: string
      remedy: string
    }
    if (refusal === 'fault') throw new Error(`${problem} ${remedy}`)
    throw new Refusal(refusal as RefusalKind, { ...(field && { field }), problem, remedy })
  }
}
