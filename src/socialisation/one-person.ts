/**
 * Joins names and addresses seen together into one person (union-find), named by the first name
 * met: enough to count people, too little to say that one of them was alone.
 */
export function onePerson() {
  const byKey = new Map<string, string>()
  const joined = new Map<string, string>()
  const nameOf = (name: string): string => {
    let last = name
    for (let next = joined.get(last); next !== undefined; next = joined.get(last)) last = next
    // Path compression: a long chain is walked once.
    for (let one = name; one !== last; ) {
      const next = joined.get(one) ?? last
      joined.set(one, last)
      one = next
    }
    return last
  }
  const meet = (name: string, mail: string): string => {
    const known = [`name ${name.toLowerCase()}`, ...(mail ? [`mail ${mail}`] : [])]
    const [first = name, ...others] = [...new Set(known.flatMap((key) => byKey.get(key) ?? []).map(nameOf))]
    for (const other of others) joined.set(other, first)
    for (const key of known) byKey.set(key, first)
    return first
  }
  return { meet, nameOf }
}
