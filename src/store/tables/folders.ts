/** The tables of `folders`: folders uploaded in parts to be scanned, and the findings. */
export interface FoldersTables {
  turn: {
    space_id: string
    id: string
    area_id: string
    by_person: string
    name: string
    begun_at: string
    wished_at: string | null
    progress: string | null
    turned: string | null
    turned_at: string | null
  }
  turn_part: { space_id: string; turn_id: string; part: number; bytes: string }
  inferred: {
    space_id: string
    turn_id: string
    finding: number
    person_id: string
    line: string
    at: string
    stands_at: string | null
  }
  turn_take_up: {
    space_id: string
    turn_id: string
    finding: number
    topic_id: string
    question_id: string
    by_person: string
    at: string
  }
}
