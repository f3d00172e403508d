import type { Person, Voice } from '../contract.ts'

/** The name of a voice: of a person or group, or a document's title. */
export const voiceName = (voice: Voice): string =>
  'person' in voice ? voice.person.name : 'group' in voice ? voice.group.name : voice.document.name

/** The person behind a voice, if it is one person. */
export const speakerIn = (voice: Voice): Person | null => ('person' in voice ? voice.person : null)

/** The group's name, if the voice is a group. */
export const groupIn = (voice: Voice): string | null => ('group' in voice ? voice.group.name : null)

/** The speaker's name; null for a document. */
export const saidBy = (voice: Voice | null): string | null =>
  voice === null || 'document' in voice ? null : voiceName(voice)
