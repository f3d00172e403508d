/** The tables of `model`: where a language model is turned on, and what its requests cost. */
export interface ModelTables {
  model_use: {
    space_id: string
    id: string
    area_id: string
    name: string
    place: string
    turned_on_by: string
    turned_on_at: string
    turned_off_by: string | null
    turned_off_at: string | null
  }
  model_request: {
    space_id: string
    id: string
    area_id: string
    what: string
    name: string
    at: string
    ms: number
    tokens_in: number
    tokens_out: number
    /** In millionths of the currency. */
    cost: number | null
    currency: string | null
    fault: string | null
  }
}
