import type { Generated } from 'kysely'

/** The tables of `knowledge`: topics, questions, sources, claims, pages and evidence. */
export interface KnowledgeTables {
  topic: {
    space_id: string
    id: string
    area_id: string
    slug: string
    title: string
    /** The title folded for search and sorting. */
    folded: Generated<string>
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
    answered_at: string | null
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
    /** The group that says it together; null if it is no group's. */
    group_id: string | null
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
    brought_by: string | null
  }
  file_part: {
    space_id: string
    file_id: string
    part: number
    bytes: string
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
    /** The speaker if it is a person; null for groups and documents. */
    speaker_id: string | null
    group_id: string | null
    version: number
    proposed_at: string
    confirmed_at: string | null
    withdrawn_at: string | null
    told_conversion: string | null
    page_conversion: string | null
    /** Since when it says what it says, where its statement or when it holds was corrected. */
    reworded_at: string | null
  }
  /** The members of a group who agreed to a line, and in which version. */
  claim_assent: { space_id: string; claim_id: string; version: number; person_id: string; at: string }
  /** The writer of a group's words: sealed, read only by erasure and withdrawal. */
  claim_writer: { space_id: string; source_id: string; person_id: string }
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
    /** `folder`, or null if it was written here. */
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
    /**
     * What it is about: `claim`, `question`, `source`, or `topic` as a whole (then without an id).
     */
    about_kind: string
    about_id: string | null
    /** The degree of help with a doing, if anybody stated it. */
    help: string | null
    /**
     * Since when it was released for a whole topic, before it was assigned to a line
     * (`004-evidence-about.ts`).
     */
    stood_for_topic: string | null
    /** When it stopped counting, because the showing or doing behind it was struck. */
    struck_at: string | null
  }
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
}
