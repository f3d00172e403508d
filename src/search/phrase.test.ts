import { expect, test } from 'vitest'
import { placeOf } from './phrase.ts'

test.each([
  ['cache purge', 'Before a Cache-purge, watch.', 'Cache-purge'],
  ['leeren der Zwischenspeicher', 'Vor dem Leeren der Zwischenspeicher.', 'Leeren der Zwischenspeicher'],
  ['avant l’arret', 'Bien avant l’arrêt du soir', 'avant l’arrêt'],
  ['a los equipos', 'Hay que avisar a los equipos.', 'a los equipos'],
  ['キャッシュを削除', '本番のキャッシュを削除する。', 'キャッシュを削除'],
  ['清除缓存', '先清除缓存，再通知。', '清除缓存'],
  ['当', '当番に連絡', '当番'],
])('The words %j stand in %j', (phrase, text, place) => {
  const found = placeOf(phrase, text)
  expect(found && text.slice(found.from, found.to)).toContain(place)
})

test.each([
  ['cache purge', 'Purge the cache; cache before purge.'],
  ['削除キャッシュ', 'キャッシュを削除する。'],
  ['purge', 'purges'],
  ['', 'Anything'],
])('The words %j do not stand in %j', (phrase, text) => {
  expect(placeOf(phrase, text)).toBeUndefined()
})
