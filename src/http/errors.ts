import type { Refusal, RefusalKind } from '../ba/index.ts'

const statuses: Record<RefusalKind, number> = {
  absent: 404,
  unfit: 400,
  'not-yours': 403,
  clash: 409,
  'too-many': 429,
  unavailable: 503,
}

/** Answers a refusal: the field, the problem and the remedy, and when to come again. */
export function answerRefusal({ kind, field, problem, remedy, retryAfter }: Refusal): Response {
  const status = field === 'session' ? 401 : statuses[kind]
  return Response.json(
    { error: { refusal: kind, field, problem, remedy } },
    { status, headers: { 'cache-control': 'no-store', ...(retryAfter && { 'retry-after': String(retryAfter) }) } },
  )
}

/** Answers an internal error with its number in the log, without details. */
export const answerFault = (id: string): Response =>
  Response.json(
    {
      error: {
        refusal: 'fault',
        field: null,
        problem: 'Something went wrong here; it is not your doing, and nothing was half done.',
        remedy: `Try again. If it stays, tell whoever runs this Whorl the number ${id}.`,
        id,
      },
    },
    { status: 500, headers: { 'cache-control': 'no-store' } },
  )
