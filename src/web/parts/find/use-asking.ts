import { useNavigate } from '@tanstack/react-router'
import { t } from '../../messages/more.ts'
import { useSpace } from '../use-space.ts'
import { asksSomething } from './asks-something.ts'
import type { Group } from './FindOrDo.tsx'

/** Puts the action "Ask" first if the input is a question. */
export function useAsking(typed: string, groups: Group[]): Group[] {
  const space = useSpace()
  const go = useNavigate()
  const q = typed.trim()
  if (!asksSomething(q)) return groups
  const choose = () => void go({ to: '/$space/ask', params: { space }, search: { q } })
  const rest = groups.map((group) => ({ ...group, things: group.things.filter(({ id }) => id !== 'ask') }))
  return [{ name: t.find.asking, things: [{ id: 'ask-now', words: t.find.askNow(q), choose }], offered: true }, ...rest]
}
