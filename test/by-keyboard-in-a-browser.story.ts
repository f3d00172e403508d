import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './browser.ts'
import { looked } from './looked.ts'
import { serve } from './served.ts'

const FAR = 80
const ROUNDS = 16

test('The keyboard alone suffices: from the first link to a line and the words behind it', {
  timeout: 120_000,
}, async () => {
  const { url, foundingLink, whorl } = await serve()
  const page = await openPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  await page.goto(foundingLink)
  await page.getByRole('heading', { name: 'Welcome' }).waitFor()
  await write(page, 'Name of the space', 'Edge team')
  await write(page, 'Your name', 'Mara')
  await write(page, 'E-mail', 'mara@example.org')
  await write(page, 'Password', 'Mara likes long walks')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/edge-team`)

  await press(page, 'Ask something')
  await write(page, 'About', 'Cache purge')
  await write(page, 'What do you want to know?', 'When is a purge dangerous?')
  await press(page, 'Ask')
  await page.waitForURL(`${url}/edge-team/t/cache-purge`)

  await press(page, 'Answer')
  await write(page, 'Your answer', 'A purge is dangerous when head-room is low. Watch the queue, not the load.')
  await press(page, 'Keep')
  await page.getByText('Nobody sees these before you confirm them.').waitFor()
  await press(page, 'Confirm')
  await page.waitForURL(`${url}/edge-team/t/cache-purge`)
  await whorl.settle()
  await page.getByText('Watch the queue, not the load.').waitFor()

  await press(page, /^Mara, /)
  await page.waitForURL(/\/line\//)
  await press(page, 'The moment it was said')
  await page.waitForURL(/\/source\//)
  await page.getByText('What Mara said').first().waitFor()
  await press(page, 'Edge team')
  await page.waitForURL(`${url}/edge-team`)
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
})

test('The keyboard alone suffices to tell a story, in Japanese too', { timeout: 120_000 }, async () => {
  const { url, foundingLink } = await serve()
  const page = await openPage({ locale: 'ja-JP', reducedMotion: 'reduce' })
  await page.goto(foundingLink)
  await write(page, '場の名前', 'mizu')
  await write(page, 'お名前', '真央')
  await write(page, 'メールアドレス', 'mao@example.org')
  await write(page, 'パスワード', 'mao likes long walks')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/mizu`)

  await press(page, '探す、始める')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('あるとき')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/mizu/tell`)
  await write(page, '何のことでしたか', '地下のポンプ')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tell\/./)
  await write(page, '同僚に話すように', '日曜日で、私は一人だった。音がおかしいと気づいた。手で弁を閉めた。')
  await press(page, '話はここまで')

  await page.getByText('あなたはこの順に話しました').waitFor()
  await goTo(page, '2行目')
  await page.keyboard.press('Alt+ArrowDown')
  await goTo(page, '1行目')
  await page.keyboard.type('あの')
  await looked(page, 'story-retelling-ja')
  await press(page, 'このとおりでした')
  await page.getByText('どこで決めましたか').waitFor()
  await press(page, '手で弁を閉めた。')
  await press(page, 'その瞬間、何が見え、何が聞こえましたか')
  await write(page, 'その瞬間、何が見え、何が聞こえましたか', 'やかんのような音。')
  await press(page, '残す')
  await page.getByText('やかんのような音。').waitFor()
  await looked(page, 'story-replies-ja')
  await page.goto(`${url}/mizu/tell`)
  await looked(page, 'story-begun-ja')
  await press(page, '地下のポンプ')
  await press(page, 'もう十分')
  await press(page, '自分の行を見る')
  await page.waitForURL(/\/confirm\//)
  await press(page, '確かめた')
  await page.waitForURL(/\/t\//)
})

/** Goes by Tab to the control of this name, as somebody would who looks for it: round again while a screen is on its way. */
async function goTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < FAR * ROUNDS; step++) {
    if (step > 0 && step % FAR === 0) await page.waitForTimeout(500)
    const here = await page.evaluate(() => {
      const on = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLLabelElement> | null }) | null
      const label = on?.labels?.[0]?.textContent ?? on?.getAttribute('aria-label') ?? on?.textContent ?? ''
      const box = on?.getBoundingClientRect()
      return { name: label.trim(), seen: Boolean(box && box.width > 0 && on !== document.body) }
    })
    const found =
      typeof name === 'string' ? here.name === name || here.name.startsWith(`${name} `) : name.test(here.name)
    if (here.seen && found) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Nothing called ${name} is reached by Tab at ${page.url()}.`)
}

async function write(page: Page, field: string, words: string): Promise<void> {
  await goTo(page, field)
  await page.keyboard.type(words)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await goTo(page, name)
  await page.keyboard.press('Enter')
}
