/** The tables of `search`: the index, and searches that found nothing. */
export interface SearchTables {
  missing: {
    space_id: string
    id: string
    area_id: string
    topic_id: string | null
    person_id: string
    words: string
    plain: string
    looked_at: string
    room_at: string | null
    found_at: string | null
  }
  search_space: {
    space_id: string
    analysis: number
    indexed_at: string
  }
  search_part: {
    space_id: string
    area_id: string
    kind: string
    number: number
    documents: number
    words: number
  }
  search_term: {
    space_id: string
    area_id: string
    term: string
    documents: number
  }
  search_document: {
    space_id: string
    kind: string
    thing: string
    area_id: string
    number: number
    words: number
    title_terms: string
    terms: string
    marks: string | null
  }
}
