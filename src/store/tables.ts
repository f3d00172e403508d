/** What sign-in's library keeps in its own columns: a flag and a time, in each engine's own type. */
type Flag = boolean | number
type Moment = string | Date

/** Every table and its columns as the row files see them; the tables themselves are in `migrations/`. */
export interface Tables {
  // ba: people and how they sign in (better-auth's, outside spaces)
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
  // ba: where
  space: {
    id: string
    slug: string
    name: string
    seq: number
    example_of: string | null
    made_at: string
  }
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
  // ledger
  journal: {
    space_id: string
    seq: number
    act: string
    by_person: string | null
    door: string
    about: string
    at: string
  }
  conversion: {
    space_id: string
    id: string
    seq: number
    mode: string
    area_id: string
    from_person: string | null
    with_person: string | null
    topics: string
    level: string
    causes: string
    at: string
  }
  proposal: {
    space_id: string
    id: string
    person_id: string
    agent: string
    act: string
    input: string | null
    made_at: string
    settled_as: string | null
    settled_at: string | null
  }
  outcome: {
    space_id: string
    person_id: string
    key: string
    act: string
    input_hash: string
    result: string
    at: string
  }
  reaction_cursor: {
    space_id: string
    reaction: string
    seq: number
  }
  parked: {
    space_id: string
    reaction: string
    seq: number
    fault: string
    at: string
    retry_at: string | null
  }
  job: {
    space_id: string
    id: string
    kind: string
    subject: string
    wished_at: string
    taken_by: string | null
    taken_until: string | null
    attempts: number
    done_at: string | null
    fault: string | null
  }
  // knowledge
  topic: {
    space_id: string
    id: string
    area_id: string
    slug: string
    title: string
    started_by: string | null
    started_at: string
  }
  question: {
    space_id: string
    id: string
    area_id: string
    topic_id: string
    words: string
    asked_by: string
    asked_at: string
    shown_conversion: string | null
    told_conversion: string | null
    asked_as: string | null
  }
  source: {
    space_id: string
    id: string
    area_id: string
    name: string
    title: string
    origin: string | null
    kind: string
    text: string
    hash: string
    speaker_id: string | null
    question_id: string | null
    brought_by: string | null
    at: string
    version: number | null
    file_id: string | null
    address: string | null
    pages: string | null
  }
  source_version: {
    space_id: string
    source_id: string
    version: number
    title: string
    text: string
    hash: string
    file_id: string | null
    pages: string | null
    brought_by: string | null
    at: string
    changes: string
  }
  file: {
    space_id: string
    id: string
    name: string
    media_type: string
    size: number
    sha256: string
  }
  file_part: {
    space_id: string
    file_id: string
    part: number
    bytes: string
  }
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
  claim: {
    space_id: string
    id: string
    area_id: string
    topic_id: string
    source_id: string
    from_line: number
    to_line: number
    words: string
    statement: string
    holds_when: string | null
    kind: string
    sayable: string
    speaker_id: string
    version: number
    proposed_at: string
    confirmed_at: string | null
    withdrawn_at: string | null
    told_conversion: string | null
    page_conversion: string | null
  }
  page: {
    space_id: string
    topic_id: string
    area_id: string
    markdown: string
    base: string
    html: string
    summary: string
    tags: string
    targets: string
    version: number
    updated_at: string
    updated_by: string | null
  }
  page_version: {
    space_id: string
    topic_id: string
    version: number
    markdown: string
    made_by: string | null
    made_at: string
    /** `folder`, or nothing: it was made here. */
    came_from: string | null
  }
  citation: {
    space_id: string
    topic_id: string
    n: number
    name: string
    from_line: number | null
    to_line: number | null
    source_version: number | null
  }
  evidence: {
    space_id: string
    id: string
    area_id: string
    topic_id: string
    person_id: string
    kind: string
    with_person: string | null
    at: string
    stands_at: string | null
    because: string | null
  }
  // socialisation
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
  // internalisation
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
  }
  // spiral
  dismissal: {
    space_id: string
    person_id: string
    thing: string
    at: string
  }
  // ba: what may be read here to infer who holds what
  inference: {
    space_id: string
    id: string
    what: string
    turned_on_by: string
    turned_on_at: string
    turned_off_by: string | null
    turned_off_at: string | null
  }
  // knowledge: topics of closed areas that are opened, line by line
  release: {
    space_id: string
    id: string
    topic_id: string
    open_topic_id: string
    by_person: string
    at: string
  }
  release_line: {
    space_id: string
    id: string
    release_id: string
    claim_id: string
    asked_at: string
    agreed_at: string | null
    kept_at: string | null
    open_claim_id: string | null
  }
  alias: { space_id: string; topic_id: string; area_id: string; slug: string }
  link: { space_id: string; topic_id: string; area_id: string; slug: string }
  // knowledge: topics merged, split, renamed, kept and looked after
  former_name: {
    space_id: string
    area_id: string
    slug: string
    topic_id: string
    title: string
    by_person: string
    at: string
  }
  merged: {
    space_id: string
    topic_id: string
    into_id: string
    leads_to: string
    by_person: string
    at: string
    page_before: number | null
    base_before: string | null
    page_joined: number | null
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
  keeping: {
    space_id: string
    id: string
    topic_id: string
    person_id: string
    asked_by: string
    asked_at: string
    since: string | null
    declined_at: string | null
    ended_at: string | null
  }
  still_true: { space_id: string; id: string; topic_id: string; by_person: string; at: string }
  difference: {
    space_id: string
    id: string
    area_id: string
    one_claim: string
    other_claim: string
    found_at: string
    one_said_at: string | null
    other_said_at: string | null
  }
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
  // externalisation
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
  // socialisation
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
  // combination
  brought_page: {
    space_id: string
    area_id: string
    brought_from: string
    path: string
    topic_id: string
    version: number
  }
  // search
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
  // model
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
  // combination
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
