import { z } from 'zod'
import { communityPeople, type HereIAm, type Person, person, reaches } from '../ba/index.ts'

/** The public form of a voice: a person, a group that makes statements together, or a document. */
export const shownVoice = z.union([
  z.object({ person }),
  z.object({ group: z.object({ id: z.string(), name: z.string() }) }),
  z.object({ document: z.object({ id: z.string(), name: z.string() }) }),
])

/** The voice of a claim or source: a person, a group or a document. */
export type Voice = { person: Person } | { group: Person } | { document: { id: string; name: string } }

type Cases<T> = {
  person: (one: Person) => T
  group: (one: { id: string; name: string }) => T
  document: (one: { id: string; name: string }) => T
}

/** Applies the function for the kind of voice; callers must handle all three. */
export function byVoice<T>(voice: Voice, cases: Cases<T>): T {
  if ('person' in voice) return cases.person(voice.person)
  return 'group' in voice ? cases.group(voice.group) : cases.document(voice.document)
}

/** The name of a voice. */
export const voiceName = (voice: Voice): string => byVoice(voice, { person: name, group: name, document: name })

const name = ({ name }: { name: string }) => name

/** The person of a voice; null for groups and documents. */
export const speakerOf = (voice: Voice): Person | null =>
  byVoice<Person | null>(voice, { person: (one) => one, group: () => null, document: () => null })

/** A unique key of a voice. */
export const voiceKey = (voice: Voice): string =>
  byVoice(voice, {
    person: ({ id }) => `person ${id}`,
    group: ({ id }) => `group ${id}`,
    document: ({ id }) => `document ${id}`,
  })

/** The columns of a voice: a speaker, a group, or neither for a document. */
interface Voiced {
  speaker_id: string | null
  speakerName: string | null
  group_id: string | null
  groupName: string | null
}

/** Reads the voice of a claim's or source's row. */
export function voiceOf(row: Voiced, document: { id: string; name: string }): Voice {
  if (row.speaker_id !== null) return { person: { id: row.speaker_id, name: row.speakerName ?? '' } }
  if (row.group_id !== null) return { group: { id: row.group_id, name: row.groupName ?? '' } }
  return { document }
}

/** Replaces the voice columns of a source's row by its voice; a document is its own voice. */
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

/** The columns in which a voice is stored. */
export const voiceColumns = (voice: Voice): Pick<Voiced, 'speaker_id' | 'group_id'> =>
  byVoice<Pick<Voiced, 'speaker_id' | 'group_id'>>(voice, {
    person: ({ id }) => ({ speaker_id: id, group_id: null }),
    group: ({ id }) => ({ speaker_id: null, group_id: id }),
    document: () => ({ speaker_id: null, group_id: null }),
  })

/** The people who answer for words of a voice: their speaker, each of the group, or nobody. */
export const answering = (
  { tx, space }: Pick<HereIAm, 'tx' | 'space'>,
  voice: Voice,
): Promise<readonly { id: string }[]> =>
  byVoice<Promise<readonly { id: string }[]>>(voice, {
    person: async (one) => [one],
    group: ({ id }) => communityPeople(tx, space.id, id),
    document: async () => [],
  })

/**
 * Whether the caller may speak for a voice: their own, their group's, or as a keeper a document's.
 */
export async function speaksFor(here: HereIAm, voice: Voice): Promise<boolean> {
  if ('document' in voice) return reaches(here.me.role, 'keeper')
  return (await answering(here, voice)).some(({ id }) => id === here.me.id)
}
