/** The tables of `combination`: names and links of pages, arrivals, passages and pages a model wrote. */
export interface CombinationTables {
  arrival: {
    space_id: string
    id: string
    area_id: string
    by_person: string
    name: string
    title: string | null
    address: string | null
    replaces: string | null
    parts: number | null
    file_id: string | null
    begun_at: string
    wished_at: string | null
    ended_at: string | null
    fault: string | null
    source_id: string | null
    already: number | null
  }
  arrival_part: {
    space_id: string
    arrival_id: string
    part: number
    bytes: string
  }
  source_reading: {
    space_id: string
    source_id: string
    area_id: string
    hash: string
    reading: number
  }
  passage: {
    space_id: string
    source_id: string
    n: number
    area_id: string
    name: string
    spelled: string
    how: string
    from_line: number
    to_line: number
    text: string
  }
  topic_name: {
    space_id: string
    topic_id: string
    area_id: string
    kind: 'title' | 'file' | 'alias' | 'former' | 'slug'
    name: string
  }
  linked_name: { space_id: string; topic_id: string; area_id: string; name: string }
  former_name: {
    space_id: string
    area_id: string
    slug: string
    topic_id: string
    title: string
    by_person: string
    at: string
  }
  claim_move: {
    space_id: string
    id: string
    claim_id: string
    from_topic: string
    to_topic: string
    by_person: string
    at: string
  }
  brought_page: {
    space_id: string
    area_id: string
    brought_from: string
    path: string
    topic_id: string
    version: number
  }
  written_page: {
    space_id: string
    topic_id: string
    area_id: string
    seen: string
    draft: string | null
    model: string | null
    written_at: string | null
    fault: string | null
    fault_at: string | null
    taken_over_by: string | null
    taken_over_at: string | null
  }
}
