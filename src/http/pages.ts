import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Seen } from './guard.ts'

/** Serves the built web app: assets as files, and its one page for every other address. */
export function pages(folder: string): Hono<Seen> {
  const app = new Hono<Seen>()
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  let page: string | undefined
  app.get('/*', (c) => {
    if (/\.[a-z0-9]+$/i.test(c.req.path)) return c.notFound()
    page ??= readFileSync(join(folder, 'index.html'), 'utf8')
    c.header('cache-control', 'no-cache')
    return c.html(page)
  })
  return app
}
