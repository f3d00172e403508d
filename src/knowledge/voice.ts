import { z } from 'zod'
import { communityPeople, type HereIAm, type Person, person, reaches } from '../ba/index.ts'

/** Whose words something is: a person's, a group's that says it together, or a document's. */
export const shownVoice = z.union([
  z.object({ person }),
  z.object({ group: z.object({ id: z.string(), name: z.string() }) }),
  z.object({ document: z.object({ id: z.string(), name: z.string() }) }),
])

/** A person, a group or a document. */
export type Voice = { person: Person } | { group: Person } | { document: { id: string; name: string } }

type Ways<T> = {
  person: (one: Person) => T
  group: (one: { id: string; name: string }) => T
  document: (one: { id: string; name: string }) => T
}

/** Decides by whose voice it is; each place that asks has to say what it does with all three. */
export function byVoice<T>(voice: Voice, ways: Ways<T>): T {
  if ('person' in voice) return ways.person(voice.person)
  return 'group' in voice ? ways.group(voice.group) : ways.document(voice.document)
}

/** What a voice is called. */
export const voiceName = (voice: Voice): string => byVoice(voice, { person: named, group: named, document: named })

const named = ({ name }: { name: string }) => name

/** The person whose voice it is, or null: a group's and a document's is nobody's in particular. */
export const speakerOf = (voice: Voice): Person | null =>
  byVoice<Person | null>(voice, { person: (one) => one, group: () => null, document: () => null })

/** One word for a voice, the same for the same voice and for no other. */
export const voiceKey = (voice: Voice): string =>
  byVoice(voice, {
    person: ({ id }) => `person ${id}`,
    group: ({ id }) => `group ${id}`,
    document: ({ id }) => `document ${id}`,
  })

/** Rows in which a voice is kept: a speaker, a group, or neither, and then it is the source's own. */
interface Voiced {
  speaker_id: string | null
  speakerName: string | null
  group_id: string | null
  groupName: string | null
}

/** Reads whose voice a row of a claim or a source has. */
export function voiceOf(row: Voiced, document: { id: string; name: string }): Voice {
  if (row.speaker_id !== null) return { person: { id: row.speaker_id, name: row.speakerName ?? '' } }
  if (row.group_id !== null) return { group: { id: row.group_id, name: row.groupName ?? '' } }
  return { document }
}

/** A row of a source with its voice in place of the columns in which it is kept; a document speaks for itself. */
export function withVoice<R extends Voiced & { id: string; name: string; title: string }>({
  speaker_id,
  speakerName,
  group_id,
  groupName,
  ...row
}: R): Omit<R, keyof Voiced> & { voice: Voice } {
  const voice = voiceOf({ speaker_id, speakerName, group_id, groupName }, { id: row.id, name: row.title || row.name })
  return { ...row, voice }
}

/** How a voice is kept in a row. */
export const voiceColumns = (voice: Voice): Pick<Voiced, 'speaker_id' | 'group_id'> =>
  byVoice<Pick<Voiced, 'speaker_id' | 'group_id'>>(voice, {
    person: ({ id }) => ({ speaker_id: id, group_id: null }),
    group: ({ id }) => ({ speaker_id: null, group_id: id }),
    document: () => ({ speaker_id: null, group_id: null }),
  })

/** Who is asked about words of a voice: whoever said them, each of the group, or nobody. */
export const answering = (
  { tx, space }: Pick<HereIAm, 'tx' | 'space'>,
  voice: Voice,
): Promise<readonly { id: string }[]> =>
  byVoice<Promise<readonly { id: string }[]>>(voice, {
    person: async (one) => [one],
    group: ({ id }) => communityPeople(tx, space.id, id),
    document: async () => [],
  })

/** Whether I may speak for a voice: my own, that of a group that I am in, a document's as a keeper. */
export async function speaksFor(here: HereIAm, voice: Voice): Promise<boolean> {
  if ('document' in voice) return reaches(here.me.role, 'keeper')
  return (await answering(here, voice)).some(({ id }) => id === here.me.id)
}
