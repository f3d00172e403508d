import { z } from 'zod'
import { clash, type HereIAm, id, text, unfit, writingAct } from '../../ba/index.ts'
import { retellingOf } from './retelling.ts'
import { myOpenStory, storyChanged, toldOf } from './story.ts'
import { addTelling, keepStory, tellingsOf } from './story-rows.ts'

/** More sentences than this are two stories. */
const MOST = 60

/** Told without interruption: what was said is kept word for word, with its moment, and never changed. */
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
    // The same piece again: the first time its answer got lost on the way.
    if (told[after]?.words === words) return { pieces: told.length }
    stayWithin([...told.map((piece) => piece.words ?? ''), words])
    await keepPiece(here, story.id, said.length, words)
    if ((await keepStory(here.tx, story, { told_at: here.now })) !== 1) throw clash('story')
    storyChanged(here, story)
    return { pieces: told.length + 1 }
  },
})

function stayWithin(pieces: string[]): void {
  if (retellingOf(pieces).length > MOST)
    throw unfit('words', `With this it has more than ${MOST} sentences.`, 'Go on with what is told, and begin another.')
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
