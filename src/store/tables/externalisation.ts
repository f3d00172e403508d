/** The tables of `externalisation`: stories and what was told in them. */
export interface ExternalisationTables {
  story: {
    space_id: string
    id: string
    area_id: string
    topic_id: string
    teller: string
    version: number
    timeline: string
    retold: number
    decision: string | null
    source_id: string | null
    begun_at: string
    told_at: string | null
    retold_at: string | null
    corrected_at: string | null
    finished_at: string | null
  }
  telling: {
    space_id: string
    story_id: string
    n: number
    probe: string | null
    how: string
    words: string | null
    at: string
  }
}
