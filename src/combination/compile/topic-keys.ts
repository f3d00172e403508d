import type { Tx } from '../../store/index.ts'
import { keysOf, type Linkable } from '../compose/index.ts'
import { otherNames, topicNames } from './topic-name-rows.ts'

/** The topics of these areas with the keys of their names. */
export async function topicKeys(tx: Tx, space: string, areas: string[]): Promise<(Linkable & { id: string })[]> {
  const others = Map.groupBy(await otherNames(tx, space, areas), ({ topic }) => topic)
  const topics = await topicNames(tx, space, areas)
  return topics.map(({ id, title }) => {
    const names = others.get(id)?.map(({ name }) => name)
    return { id, title, keys: keysOf(title, names) }
  })
}
