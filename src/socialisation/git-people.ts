import { type Contact, peopleNamed } from './git-trailers.ts'

/** Machines hold and hand over no knowledge. */
const MACHINE = [
  /\[bot\]|\bbot\b|^(?:dependabot|renovate|greenkeeper|github[ -]actions?|copilot|mergify|weblate|allcontributors|snyk|pre-commit)\b/i,
  /^(?:claude|cursor|devin|codex|aider|gemini|chatgpt|openai)(?: (?:code|ai|agent|opus|sonnet|haiku|cli|pro|flash|\d).*)?$/i,
  /^(?:web-flow|github|gitlab[ -]ci|jenkins|travis(?:[ -]ci)?|circle-?ci|ci|ci[ -]build|semantic-release|imgbot)$/i,
]

/** Names that a machine's account has; people may stand behind them, nobody can say who. */
const NOBODY =
  /^(?:root|admin|administrator|user|unknown|nobody|anonymous|none|\(?no author\)?|build|builder|buildbox|your name|me|team|dev|developer|developers|ubuntu|debian|vagrant|www-data|git|svn|cvs|localhost|test|tester)$/i

/** The person whom nothing names. */
export const UNKNOWN = '?'

/** Whether an author is a machine. */
export const isMachine = ({ name, mail }: Contact): boolean =>
  MACHINE.some((says) => says.test(name)) ||
  /\[bot\]@|^(?:dependabot|renovate|github-actions|bot)@|@(?:bots?|ci)\./.test(mail)

/** A person of a history: a label that nobody else in it has, and the address they wrote under. */
export interface Writer {
  label: string
  mail: string
}

/** The name in a label. */
export const nameIn = (label: string): string => label.replace(/ <[^<>]*>$/, '')

/**
 * Tells the people of a history apart. An address under several names that may be one person's is
 * one person; under names that cannot, each name is somebody. One name under two addresses is two
 * people: only a `.mailmap`, which git applies, says that they are one. The answer gives the people
 * behind a name: several for a pair, none for a machine, `?` for nobody in particular.
 */
export function tellApart(contacts: Iterable<Contact>): (contact: Contact) => Writer[] {
  const given = new Map<string, { contact: Contact; often: number }>()
  for (const contact of contacts) {
    const known = given.get(contactKey(contact))
    if (known) known.often++
    else given.set(contactKey(contact), { contact, often: 1 })
  }
  const all = [...given.values()].flatMap(({ contact, often }) =>
    each(contact).map((one) => ({ ...one, often, address: addressOf(one.mail) })),
  )
  const shared = new Set<string>()
  for (const [address, those] of Map.groupBy(all, ({ address }) => address))
    if (!mayAllBeOne([...new Set(those.map(({ name }) => name))])) shared.add(address)
  const own = ({ name, address }: Addressed) =>
    address && !shared.has(address) ? address : `${plain(name)} <${address}>`
  /** The name that somebody writes under most often. */
  const called = new Map<string, { name: string; often: number }>()
  const keys = new Map<string, Set<string>>()
  for (const one of all) {
    const [key, name] = [own(one), plain(one.name)]
    if (one.often > (called.get(key)?.often ?? 0)) called.set(key, one)
    if (one.address) keys.set(name, (keys.get(name) ?? new Set()).add(key))
  }
  const labelOf = (one: Addressed): string => {
    const addressed = keys.get(plain(one.name))
    // A name without an address is that of the only person called so.
    const [only] = addressed?.size === 1 && !one.address ? addressed : []
    const key = only ?? own(one)
    const name = called.get(key)?.name ?? one.name
    const alike = keys.get(plain(name))?.size ?? 0
    return alike > 1 ? `${name} <${key.replace(/^.* <|>$/g, '')}>` : name
  }
  const behind = (contact: Contact): Writer[] =>
    each(contact).flatMap((one) => {
      if (isMachine(one)) return []
      const address = addressOf(one.mail)
      return [{ label: NOBODY.test(one.name) ? UNKNOWN : labelOf({ ...one, address }), mail: address }]
    })
  const known = new Map([...given].map(([key, { contact }]) => [key, behind(contact)]))
  return (contact) => known.get(contactKey(contact)) ?? behind(contact)
}

interface Addressed extends Contact {
  address: string
}

/** A contact as it stands, as a key. */
export const contactKey = ({ name, mail }: Contact) => `${name} <${mail}>`

/** A pair that writes under one name is two people, whose common address is neither's. */
function each(contact: Contact): Contact[] {
  const names = peopleNamed(contact.name)
  return names.length === 1 ? [contact] : names.map((name) => ({ name, mail: '' }))
}

/** Somebody who may hold a folder, with all addresses they wrote under there. */
export interface Holder {
  label: string
  mails: Set<string>
}

/**
 * Whether another may be the same person, by their names or a common address. Where they may, none
 * is said to have changed what the other made.
 */
export const mayBeOne = ({ label, mails }: Holder, other: Writer): boolean =>
  (other.mail !== '' && mails.has(other.mail)) || alike(nameIn(label), nameIn(other.label))

/** Names that share a word of some length may be one person's, before and after a marriage, say. */
function alike(one: string, other: string): boolean {
  const mine = wordsOf(one)
  return namesMayBeOne(one, other) || wordsOf(other).some((word) => word.length > 2 && mine.includes(word))
}

/** Whether an address's names may all be one person's: each goes with the fullest of them. */
function mayAllBeOne(names: readonly string[]): boolean {
  const fullest = names.reduce((best, one) => (wordsOf(one).length > wordsOf(best).length ? one : best), '')
  return names.every((one) => namesMayBeOne(one, fullest))
}

/**
 * Whether two names may be one person's: the same, in part (“Mara”, “Mara Lind”), with initials
 * (“M. Lind”), or as a handle (“maralind”, “mlind”).
 */
function namesMayBeOne(one: string, other: string): boolean {
  const [few = [], many = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length)
  if (few.length === 0) return plain(one) === plain(other)
  const [short, long] = [few.join(''), many.join('')]
  if (short === long || few.every((word) => many.some((more) => word === more || isInitial(word, more)))) return true
  if (few.length > 1) return false
  // A handle is made of the first and last words of a name.
  const [head = '', last = ''] = [many[0], many.at(-1)]
  return many.length > 1 && handles(head, last).includes(short.replace(/\d+$/, ''))
}

const isInitial = (one: string, other: string) =>
  (one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0)

const handles = (head: string, last: string) => [
  head + last,
  last + head,
  head.charAt(0) + last,
  head + last.charAt(0),
  last + head.charAt(0),
]

/** A name for comparison. */
export const plain = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const wordsOf = (name: string): string[] =>
  plain(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

const HOSTED = /^(?:(\d+)[+-])?([^@]+)@((?:users\.)?noreply\.[^@]+)$/
const NO_ADDRESS =
  /^(?:[^@]*)$|^(?:no-?reply|do-?not-?reply|nobody|noone|none|unknown|anonymous|invalid|devnull|null)\b[^@]*@|^you@example\.com$|@(?:localhost|\(none\)|none|unknown|invalid)$|@noreply\.|\.\(none\)$/

/**
 * The address that tells somebody apart; empty where it is nobody's. A hosting service's
 * `12345+name@users.noreply.…` is one account; its bare `noreply@` is nobody's.
 */
function addressOf(mail: string): string {
  const plainMail = mail.trim().toLowerCase()
  const [, id, login = '', host = ''] = HOSTED.exec(plainMail) ?? []
  if (host && !/^(?:no-?reply|git|bot|root)$/.test(login)) return id ? `${id}@${host}` : `${login}@${host}`
  return NO_ADDRESS.test(plainMail) ? '' : plainMail
}
