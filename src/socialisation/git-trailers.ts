/** Somebody named in a history: a name, and an address where there is one. */
export interface Contact {
  name: string
  mail: string
}

/** The trailers by which people say that they wrote a change together. */
const TOGETHER = new Set(
  (
    'coauthoredby coauthor coauthors coauthoredwith coauthored authoredby author authors alsoby writtenby codevelopedby ' +
    'developedby codedby implementedby contributedby originalauthor originalpatchby patchby basedonpatchby originallyby ' +
    'pairprogrammedwith pairprogrammedby pairedwith pairedby pairingwith pairwith pair pairs paired mobprogrammedwith ' +
    'mobprogrammedby mobbedwith mobbedby ensembledwith workedwith togetherwith with helpedby assistedby'
  ).split(' '),
)

const [MOST_KEY, MOST_LETTERS] = [40, 1000]

/**
 * The people whom a line of a commit's message names as authors beside its own; none if it is no
 * such trailer. Reviewers, testers, reporters and those who signed off are no authors.
 */
export function coAuthorsIn(line: string): Contact[] {
  const colon = line.indexOf(':')
  if (colon < 2 || colon > MOST_KEY || line.length > MOST_LETTERS) return []
  const key = line.slice(0, colon)
  if (!/^[\p{L} _*-]+$/u.test(key) || !TOGETHER.has(key.replace(/[^\p{L}]/gu, '').toLowerCase())) return []
  return contactsIn(line.slice(colon + 1))
}

/** The people whom an author's name stands for: “Ann Berg and Bo Lund” are two. */
export function peopleNamed(name: string): string[] {
  const parts = name.split(/\s(?:and|und|et|&|\+|\/|\|)\s|[&+;|/]/i).flatMap(byCommas)
  const named = parts.map((part) => part.trim()).filter(Boolean)
  return named.length ? named : [name]
}

/** A comma parts people only where each has two names: “Berg, Ann” is one. */
function byCommas(part: string): string[] {
  const parts = part.split(',').map((one) => one.trim())
  return parts.every((one) => /\S\s\S/.test(one)) ? parts : [part]
}

function contactsIn(text: string): Contact[] {
  const contacts: Contact[] = []
  let from = 0
  for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', from)) {
    const close = text.indexOf('>', open)
    if (close === -1) break
    const names = peopleNamed(bareName(text.slice(from, open)))
    const mail = text
      .slice(open + 1, close)
      .trim()
      .toLowerCase()
    for (const name of names.slice(0, -1)) contacts.push({ name, mail: '' })
    contacts.push({ name: names.at(-1) || mail, mail })
    from = close + 1
  }
  const rest = bareName(text.slice(from))
  // What follows an address is a remark, unless a sign parts it.
  if (rest && (from === 0 || /^\s*[,;&+/]|^\s*and\s/i.test(text.slice(from))))
    for (const name of peopleNamed(rest))
      contacts.push(isMail(name) ? { name, mail: name.toLowerCase() } : { name, mail: '' })
  return contacts.filter(({ name, mail }) => name || mail)
}

const isMail = (name: string) => /^[^\s@]+@[^\s@]+$/.test(name)

const bareName = (text: string) =>
  text
    .trim()
    .replace(/^(?:[,;&+/]|and\s)+/i, '')
    .replace(/^["'@]+|["',;]+$/g, '')
    .trim()
