import type { Context } from 'hono'
import { z } from 'zod'
import type { Seen } from './guard.ts'

const file = z.object({ name: z.string(), mediaType: z.string(), bytes: z.string(), next: z.string().nullable() })

/** Reads the first part of a file, or the one after a cursor. */
type ReadPart = (after?: string) => Promise<Record<string, unknown>>

/**
 * Answers with an uploaded file, streamed part by part, as a download. A browser that displays it
 * anyway does so without scripts, forms or our origin.
 */
export async function answerFile(c: Context<Seen>, read: ReadPart): Promise<Response> {
  const first = file.parse(await read())
  const { name, mediaType } = first
  c.set('guarded', true)
  return new Response(streamOf(first, read), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  })
}

function streamOf(first: z.output<typeof file>, read: ReadPart): ReadableStream<Uint8Array> {
  let part: z.output<typeof file> | undefined = first
  return new ReadableStream({
    async pull(controller) {
      if (!part) return controller.close()
      controller.enqueue(Buffer.from(part.bytes, 'base64'))
      part = part.next === null ? undefined : file.parse(await read(part.next))
    },
  })
}

const plain = (name: string) => name.replace(/[^\w .()-]/g, '_')

const encoded = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
