/** The tables of `spiral`: dismissed things, and the figures and whorls of topics. */
export interface SpiralTables {
  dismissal: {
    space_id: string
    person_id: string
    thing: string
    at: string
  }
  topic_figure: {
    space_id: string
    area_id: string
    topic_id: string
    entries: number
    whorls: number
    socialisation_at: string | null
    externalisation_at: string | null
    combination_at: string | null
    internalisation_at: string | null
  }
  whorl: {
    space_id: string
    area_id: string
    topic_id: string
    n: number
    conversion_id: string
    closed_at: string
    rule: number
  }
  whorl_part: {
    space_id: string
    area_id: string
    topic_id: string
    conversion_id: string
    n: number
  }
}
