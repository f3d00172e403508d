/** The tables of `spiral`: what a person put aside. */
export interface SpiralTables {
  dismissal: {
    space_id: string
    person_id: string
    thing: string
    at: string
  }
}
