/** The tables of `socialisation`: requests, showings, puzzles and wonderings. */
export interface SocialisationTables {
  request: {
    space_id: string
    id: string
    area_id: string
    question_id: string
    to_person: string
    from_person: string
    made_at: string
    because: string | null
    snoozed_until: string | null
    closed_as: string | null
    closed_at: string | null
  }
  showing: {
    space_id: string
    id: string
    area_id: string
    topic_id: string
    question_id: string
    shower: string
    shown: string
    offered_at: string
    shower_said_at: string | null
    shown_said_at: string | null
    called_off_at: string | null
    conversion: string | null
  }
  puzzle: {
    space_id: string
    id: string
    person_id: string
    words: string
    puzzled_at: string
    still_at: string | null
    answered_at: string | null
    question_id: string | null
    of_person: string | null
  }
  wondering: {
    space_id: string
    question_id: string
    person_id: string
    at: string
  }
}
