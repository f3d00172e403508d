/** Booleans and times of the sign-in library, in each engine's own type. */
type Flag = boolean | number
type Moment = string | Date

/** The tables of `ba`: people, how they sign in, spaces, areas and who is in them. */
export interface BaTables {
  person: {
    id: string
    name: string
    email: string
    email_verified: Flag
    image: string | null
    created_at: Moment
    updated_at: Moment
  }
  login: {
    id: string
    expires_at: Moment
    token: string
    created_at: Moment
    updated_at: Moment
    ip_address: string | null
    user_agent: string | null
    person_id: string
  }
  credential: {
    id: string
    account_id: string
    provider_id: string
    person_id: string
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: Moment | null
    refresh_token_expires_at: Moment | null
    scope: string | null
    password: string | null
    created_at: Moment
    updated_at: Moment
  }
  verification: {
    id: string
    identifier: string
    value: string
    expires_at: Moment
    created_at: Moment
    updated_at: Moment
  }
  rate_limit: {
    id: string
    key: string
    count: number
    last_request: number
  }
  space: {
    id: string
    slug: string
    name: string
    seq: number
    example_of: string | null
    made_at: string
    made_by: string | null
  }
  space_usage: { space_id: string; person_id: string; bytes: number; sources: number; topics: number }
  house_role: { person_id: string; role: string; named_by: string | null; named_at: string }
  membership: {
    space_id: string
    person_id: string
    role: string
    since: string
  }
  area: {
    space_id: string
    id: string
    slug: string
    name: string
    closed: number
    made_at: string
  }
  area_member: {
    space_id: string
    area_id: string
    person_id: string
    since: string
  }
  agent_key: {
    space_id: string
    id: string
    person_id: string
    name: string
    key_hash: string
    made_at: string
    ended_at: string | null
  }
  invitation: {
    id: string
    space_id: string | null
    token_hash: string
    role: string
    areas: string
    made_by: string | null
    made_at: string
    expires_at: string
    used_by: string | null
    used_at: string | null
  }
  inference: {
    space_id: string
    id: string
    what: string
    turned_on_by: string
    turned_on_at: string
    turned_off_by: string | null
    turned_off_at: string | null
  }
  community: {
    space_id: string
    id: string
    area_id: string
    name: string
    formed_by: string
    formed_at: string
  }
  community_member: { space_id: string; community_id: string; person_id: string; since: string }
}
