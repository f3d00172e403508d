import { z } from 'zod'
import { clash, type HereIAm, id, text, unfit, writingAct } from '../../ba/index.ts'
import { retellingOf } from './retelling.ts'
import { LETTERS, myOpenStory, SENTENCES, storyChanged, toldOf } from './story.ts'
import { addTelling, keepStory, tellingsOf } from './story-rows.ts'

/** Adds a telling without interruption: stored word for word with its time, and never changed. */
export const tell = writingAct({
  name: 'tell',
  says: 'Tells on: adds words to a story of yours, kept as you said them; `after` is how many pieces you have told before.',
  may: 'member',
  input: z.object({ story: id, after: z.int().min(0), words: text(10_000) }),
  output: z.object({ pieces: z.number() }),
  run: async (here, { story: storyId, after, words }) => {
    const story = await myOpenStory(here, storyId)
    const said = await tellingsOf(here.tx, here.space.id, story.id)
    const told = toldOf(said)
    // A repeated piece: the response to the first was lost.
    if (told[after]?.words === words) return { pieces: told.length }
    stayWithin([...told.map((piece) => piece.words ?? ''), words])
    await keepPiece(here, story.id, said.length, words)
    if ((await keepStory(here.tx, story, { told_at: here.now })) !== 1) throw clash('story')
    storyChanged(here, story)
    return { pieces: told.length + 1 }
  },
})

function stayWithin(pieces: string[]): void {
  const goOn = 'Go on with what is told, and begin another.'
  if (retellingOf(pieces).length > SENTENCES)
    throw unfit('words', `With this it has more than ${SENTENCES} sentences.`, goOn)
  if (pieces.join('').length > LETTERS) throw unfit('words', `With this it has more than ${LETTERS} characters.`, goOn)
}

const keepPiece = (here: HereIAm, story: string, before: number, words: string) =>
  addTelling(here.tx, {
    space_id: here.space.id,
    story_id: story,
    n: before + 1,
    probe: null,
    how: 'said',
    words,
    at: here.now,
  })
