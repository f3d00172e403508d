import { type Slots, statement, type Tables, type Tx } from '../store/index.ts'

type Usage = Tables['space_usage']

/** The person of the row that counts the whole space. */
export const WHOLE = ''

const add = statement((db, $: Slots<Usage>) =>
  db
    .insertInto('space_usage')
    .values({
      space_id: $.space_id,
      person_id: $.person_id,
      bytes: $.bytes,
      sources: $.sources,
      topics: $.topics,
    })
    .onConflict((conflict) =>
      conflict.columns(['space_id', 'person_id']).doUpdateSet((eb) => ({
        bytes: eb('space_usage.bytes', '+', eb.ref('excluded.bytes')),
        sources: eb('space_usage.sources', '+', eb.ref('excluded.sources')),
        topics: eb('space_usage.topics', '+', eb.ref('excluded.topics')),
      })),
    )
    .returning(['bytes', 'sources', 'topics']),
)

const jobsOfPerson = statement((db, $: Slots<{ space: string; person: string }>) =>
  db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('space_id', '=', $.space)
    .where('wished_by', '=', $.person)
    .where('done_at', 'is', null),
)

const jobsOfSpace = statement((db, $: Slots<{ space: string }>) =>
  db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('space_id', '=', $.space)
    .where('wished_by', 'is not', null)
    .where('done_at', 'is', null),
)

const spacesMade = statement((db, $: Slots<{ person: string }>) =>
  db
    .selectFrom('space')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('made_by', '=', $.person)
    .where('example_of', 'is', null),
)

/** Adds to what a person keeps in a space, or the whole space does; returns the new totals. */
export async function addUsage(tx: Tx, more: Usage): Promise<Omit<Usage, 'space_id' | 'person_id'>> {
  const row = await tx.first(add, more)
  if (!row) throw new Error('What a space keeps must have a row.')
  return row
}

/** How many jobs that somebody wished for are open in a space: a person's, or all. */
export const openWishes = async (tx: Tx, space: string, person: string) =>
  Number(
    (await (person === WHOLE ? tx.first(jobsOfSpace, { space }) : tx.first(jobsOfPerson, { space, person })))?.count,
  )

/** How many spaces a person has made, without their example. */
export const spacesMadeBy = async (tx: Tx, person: string) => Number((await tx.first(spacesMade, { person }))?.count)
