import { useNavigate } from '@tanstack/react-router'
import { t } from '../../messages/more.ts'
import { useActAsTyped } from '../../use-act.ts'
import { useMay } from '../use-role.ts'
import { useSpace } from '../use-space.ts'
import type { Group } from './FindOrDo.tsx'
import { type Findable, fitting } from './findable.ts'
import { plainly } from './narrowing.ts'

/** An action with a sheet of its own, and the typed words. */
export type Doing = { what: 'start'; called: string }

const [atFirst, atMost] = [5, 8]

/** The finder's groups; `sure` once the topics match the present input. */
type Findables = { groups: Group[]; sure: boolean }

/** The finder's results for the input: topics by title, screens, and two actions. */
export function useFindables(onDo: (doing: Doing) => void, typed: string): Findables {
  const words = plainly(typed)
  const { out, sure } = useActAsTyped('list-topics', { words: words.slice(0, 200), most: atMost })
  const topics = out?.topics ?? []
  const space = useSpace()
  const go = useNavigate()
  const screens = useScreens()
  const takesPart = useMay('member')
  const titled = topics.map(
    ({ path, title, area }): Findable => ({
      id: `t/${path}`,
      words: title,
      ...(area.closed ? { note: t.topics.closed(area.name) } : {}),
      choose: () => go({ to: '/$space/t/$', params: { space, _splat: path } }),
    }),
  )
  const beginnings = (called: string): Findable[] => {
    const known = titled.some(({ words }) => words.toLowerCase() === called.toLowerCase())
    const ask: Findable = {
      id: 'ask',
      words: called ? t.find.askAbout(called) : t.ask.something,
      choose: () => go({ to: '/$space/ask', params: { space }, search: called ? { q: called } : {} }),
    }
    const start: Findable = {
      id: 'start',
      words: called ? t.find.startCalled(called) : t.topics.start,
      choose: () => onDo({ what: 'start', called }),
    }
    const tell: Findable = {
      id: 'tell',
      words: t.story.begin,
      choose: () => go({ to: '/$space/tell', params: { space } }),
    }
    if (!called) return [ask, tell, start]
    return known ? [ask] : [ask, start]
  }
  const matchingDo = words ? fitting(words, beginnings(''), atMost) : beginnings('')
  const groups: Group[] = [
    { name: t.find.topics, things: fitting(words, titled, words ? atMost : atFirst) },
    { name: t.find.screens, things: fitting(words, screens, screens.length) },
  ]
  if (!takesPart) return { groups, sure }
  const doings = matchingDo.length > 0 ? matchingDo : beginnings(words)
  const offers: Group = { name: t.find.doings, things: doings, offered: true }
  return { groups: words ? [...groups, offers] : [offers, ...groups], sure }
}

function useScreens(): Findable[] {
  const space = useSpace()
  const go = useNavigate()
  const owns = useMay('owner')
  const keeps = useMay('keeper')
  const params = { space }
  return [
    { id: 'today', words: t.today.title, choose: () => go({ to: '/$space', params }) },
    { id: 'asking', words: t.ask.title, choose: () => go({ to: '/$space/ask', params, search: {} }) },
    { id: 'topics', words: t.topics.title, choose: () => go({ to: '/$space/topics', params }) },
    { id: 'practise', words: t.practise.title, choose: () => go({ to: '/$space/practise', params }) },
    { id: 'puzzled', words: t.puzzled.title, choose: () => go({ to: '/$space/puzzled', params }) },
    { id: 'whole', words: t.nav.whole, choose: () => go({ to: '/$space/whole', params }) },
    { id: 'check', words: t.check.title, choose: () => go({ to: '/$space/check', params }) },
    { id: 'have', words: t.have.title, choose: () => go({ to: '/$space/have', params }) },
    {
      id: 'bring',
      words: keeps ? t.have.bring : t.bring.sources,
      choose: () => go({ to: '/$space/bring', params }),
    },
    { id: 'people', words: t.me.people, choose: () => go({ to: '/$space/people', params }) },
    { id: 'me', words: t.find.me, choose: () => go({ to: '/$space/me', params }) },
    ...(owns ? [{ id: 'house', words: t.house.title, choose: () => go({ to: '/$space/house', params }) }] : []),
    { id: 'spaces', words: t.me.others, choose: () => go({ to: '/', search: { all: true } }) },
    { id: 'about', words: t.me.about, choose: () => go({ to: '/about' }) },
  ]
}
