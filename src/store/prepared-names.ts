/** A statement is prepared by name once it was used so often; and so many, since each holds a plan. */
const [OFTEN, MOST] = [3, 300]

const names = new Map<string, string>()
const uses = new Map<string, number>()

/**
 * The name by which PostgreSQL keeps a statement parsed and planned on a connection; undefined where
 * it is not used often.
 */
export function nameOf(sql: string): string | undefined {
  const name = names.get(sql)
  if (name || names.size >= MOST) return name
  const used = (uses.get(sql) ?? 0) + 1
  // Statements whose text varies are each used once or twice.
  if (uses.size > 10 * MOST) uses.clear()
  uses.set(sql, used)
  if (used <= OFTEN) return undefined
  uses.delete(sql)
  names.set(sql, `whorl_${names.size + 1}`)
  return names.get(sql)
}
