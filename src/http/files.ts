import type { Context } from 'hono'
import { z } from 'zod'
import type { Seen } from './guard.ts'

const file = z.object({ name: z.string(), mediaType: z.string(), bytes: z.string() })

/**
 * Answers with a file that somebody brought: to be saved and never shown, whatever it is. A browser that shows it all the
 * same does so without scripts, forms, or our origin.
 */
export function answerFile(c: Context<Seen>, given: Record<string, unknown>): Response {
  const { name, mediaType, bytes } = file.parse(given)
  c.set('guarded', true)
  return new Response(Buffer.from(bytes, 'base64'), {
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

const plain = (name: string) => name.replace(/[^\w .()-]/g, '_')

const encoded = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
