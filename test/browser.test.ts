import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { afterwards } from './afterwards.ts'
import { openBrowser, openPage, shoot } from './browser.ts'

test('A page is opened, read and pictured in a real browser', async () => {
  const page = await openPage()
  await page.goto(await serve('<title>Whorl</title><p id="said">Mara said it in March.</p>'))
  expect(await page.title()).toBe('Whorl')
  const box = await page.locator('#said').boundingBox()
  expect(box?.height).toBeGreaterThan(10)
  const blank = await page.screenshot({ clip: { x: 600, y: 400, width: 200, height: 40 } })
  const said = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 40 } })
  expect(said.length).toBeGreaterThan(blank.length + 200)
  await shoot(page, 'harness')
})

test('Two pages share nothing, and neither reaches beyond this machine', async () => {
  const [one, other] = [await openPage(), await openPage()]
  const address = await serve('<p>Here</p>')
  expect(one.context().browser()).toBe(await openBrowser())
  await one.goto(address)
  await one.evaluate(() => {
    localStorage.setItem('who', 'mara')
  })
  await other.goto(address)
  expect(await other.evaluate(() => localStorage.getItem('who'))).toBeNull()
  await expect(other.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
})

async function serve(html: string): Promise<string> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterwards(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
