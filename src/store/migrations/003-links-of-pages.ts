import type { Tx } from '../store.ts'

const AT_ONCE = 200

/** Keeps, for the pages that are there already, which names each links to; later ones are kept as they are saved. */
export async function linksOfPages({ db }: Tx): Promise<void> {
  for (let after = { space: '', topic: '' }, more = true; more; ) {
    const pages = await db
      .selectFrom('page')
      .select(['space_id', 'topic_id', 'area_id', 'targets'])
      .where((eb) => eb(eb.refTuple('space_id', 'topic_id'), '>', eb.tuple(after.space, after.topic)))
      .orderBy('space_id')
      .orderBy('topic_id')
      .limit(AT_ONCE)
      .execute()
    for (const { targets, ...page } of pages) {
      const slugs = new Set((JSON.parse(targets) as string[]).map(slugThen).filter(Boolean))
      const links = [...slugs].map((slug) => ({ ...page, slug }))
      if (links.length) await db.insertInto('link').values(links).execute()
    }
    const last = pages.at(-1)
    if (last) after = { space: last.space_id, topic: last.topic_id }
    more = pages.length === AT_ONCE
  }
}

/** What a slug was when this step of the tables was written; the rule of today is `ba`'s. */
const slugThen = (title: string) =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')
