import type { Person, Voice } from '../contract.ts'

/** What a voice is called: a person, a group, or a document by its title. */
export const voiceName = (voice: Voice): string =>
  'person' in voice ? voice.person.name : 'group' in voice ? voice.group.name : voice.document.name

/** Whoever said it, where it is one person. */
export const speakerIn = (voice: Voice): Person | null => ('person' in voice ? voice.person : null)

/** The name of the group that said it, where it is a group. */
export const groupIn = (voice: Voice): string | null => ('group' in voice ? voice.group.name : null)

/** The name of those who said it; null for a document, which goes by what it is called. */
export const saidBy = (voice: Voice | null): string | null =>
  voice === null || 'document' in voice ? null : voiceName(voice)
