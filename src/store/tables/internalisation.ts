/** The tables of `internalisation`: exercises, cards, recalls and doings. */
export interface InternalisationTables {
  exercise: {
    space_id: string
    id: string
    area_id: string
    topic_id: string
    claim_id: string
    claim_version: number
    prompt: string
    gap: string
    made_at: string
    rested_at: string | null
    rested_why: string | null
  }
  card: {
    space_id: string
    person_id: string
    exercise_id: string
    due_at: string
    schedule: string
    remembered_at: string | null
    rested_at: string | null
  }
  recall: {
    space_id: string
    id: string
    person_id: string
    exercise_id: string
    grade: string
    reply: string | null
    at: string
  }
  doing: {
    space_id: string
    id: string
    area_id: string
    topic_id: string
    person_id: string
    done_on: string
    witness: string
    words: string | null
    said_at: string
    witnessed_at: string | null
    not_seen_at: string | null
    conversion: string | null
    /** The causes of the doing as its doer states them, as JSON. */
    led_by: string | null
    /** The line that was done; null for the topic as a whole. */
    claim_id: string | null
    /** The degree of help, as stated by the doer and by the witness. */
    help: string | null
    help_seen: string | null
    /** Anything unusual, in the doer's and in the witness's words. */
    unusual: string | null
    unusual_seen: string | null
    /** When somebody said that it was not so. */
    struck_at: string | null
  }
}
