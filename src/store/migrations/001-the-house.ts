/**
 * The first tables, in the order of the rooms. Text and integer mean the same in both stores (see `migrate.ts`);
 * a time is ISO 8601 text in UTC, a list or map is JSON as text, an id is a UUIDv7 as text.
 */
export const theHouse = `
-- ba: people and how they sign in (better-auth's, outside spaces)
create table person (
  id text primary key, name text not null, email text not null unique, email_verified boolean not null,
  image text, created_at timestamp not null, updated_at timestamp not null
);
create table login (
  id text primary key, expires_at timestamp not null, token text not null unique, created_at timestamp not null,
  updated_at timestamp not null, ip_address text, user_agent text,
  person_id text not null references person (id) on delete cascade
);
create index login_person on login (person_id);
create table credential (
  id text primary key, account_id text not null, provider_id text not null,
  person_id text not null references person (id) on delete cascade,
  access_token text, refresh_token text, id_token text, access_token_expires_at timestamp,
  refresh_token_expires_at timestamp, scope text, password text,
  created_at timestamp not null, updated_at timestamp not null
);
create index credential_person on credential (person_id);
create table verification (
  id text primary key, identifier text not null, value text not null, expires_at timestamp not null,
  created_at timestamp not null, updated_at timestamp not null
);
create index verification_identifier on verification (identifier);
create table rate_limit (id text primary key, key text not null unique, count integer not null, last_request integer not null);

-- ba: where
create table space (
  id text primary key, slug text not null unique, name text not null, seq integer not null,
  example_of text, made_at text not null
);
create table membership (
  space_id text not null references space (id), person_id text not null references person (id), role text not null,
  since text not null, primary key (space_id, person_id)
);
create index membership_person on membership (person_id);
create table area (
  space_id text not null references space (id), id text not null, slug text not null, name text not null,
  closed integer not null, made_at text not null, primary key (space_id, id), unique (space_id, slug)
);
create table area_member (
  space_id text not null, area_id text not null, person_id text not null, since text not null,
  primary key (space_id, area_id, person_id), foreign key (space_id, area_id) references area (space_id, id)
);
create table invitation (
  id text primary key, space_id text references space (id), token_hash text not null unique, role text not null,
  areas text not null, made_by text, made_at text not null, expires_at text not null, used_by text, used_at text
);

-- ledger
create table journal (
  space_id text not null references space (id), seq integer not null, act text not null, by_person text,
  door text not null, about text not null, at text not null, primary key (space_id, seq)
);
create table conversion (
  space_id text not null references space (id), id text not null, seq integer not null, mode text not null,
  area_id text not null, from_person text, with_person text, topics text not null, level text not null,
  causes text not null, at text not null, primary key (space_id, id)
);
create index conversion_seq on conversion (space_id, seq);
create table outcome (
  space_id text not null, person_id text not null, key text not null, act text not null, input_hash text not null,
  result text not null, at text not null, primary key (space_id, person_id, key)
);
create index outcome_at on outcome (at);
create table reaction_cursor (
  space_id text not null references space (id), reaction text not null, seq integer not null,
  primary key (space_id, reaction)
);
create table parked (
  space_id text not null references space (id), reaction text not null, seq integer not null, fault text not null,
  at text not null, retry_at text, primary key (space_id, reaction, seq)
);
create table job (
  space_id text not null references space (id), id text not null, kind text not null, subject text not null,
  wished_at text not null, taken_by text, taken_until text, attempts integer not null, done_at text, fault text,
  primary key (space_id, id)
);
create index job_open on job (done_at, wished_at);
create index job_subject on job (space_id, subject);

-- knowledge
create table topic (
  space_id text not null references space (id), id text not null, area_id text not null, slug text not null,
  title text not null, started_by text, started_at text not null, primary key (space_id, id),
  unique (space_id, area_id, slug), foreign key (space_id, area_id) references area (space_id, id)
);
create table question (
  space_id text not null, id text not null, area_id text not null, topic_id text not null, words text not null,
  asked_by text not null, asked_at text not null, shown_conversion text, told_conversion text,
  primary key (space_id, id), foreign key (space_id, topic_id) references topic (space_id, id)
);
create index question_topic on question (space_id, topic_id);
create table source (
  space_id text not null, id text not null, area_id text not null, name text not null, title text not null,
  origin text, kind text not null, text text not null, hash text not null, speaker_id text, question_id text,
  brought_by text, at text not null, primary key (space_id, id), unique (space_id, area_id, name),
  foreign key (space_id, area_id) references area (space_id, id)
);
create index source_question on source (space_id, question_id);
create table claim (
  space_id text not null, id text not null, area_id text not null, topic_id text not null, source_id text not null,
  from_line integer not null, to_line integer not null, words text not null, statement text not null,
  holds_when text, kind text not null, sayable text not null, speaker_id text not null, version integer not null,
  proposed_at text not null, confirmed_at text, withdrawn_at text,
  told_conversion text, page_conversion text, primary key (space_id, id),
  foreign key (space_id, topic_id) references topic (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index claim_topic on claim (space_id, topic_id);
create index claim_source on claim (space_id, source_id);
create index claim_speaker on claim (space_id, speaker_id);
create table page (
  space_id text not null, topic_id text not null, area_id text not null, markdown text not null, base text not null,
  html text not null, summary text not null, tags text not null, targets text not null, version integer not null,
  updated_at text not null, updated_by text, primary key (space_id, topic_id),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create table page_version (
  space_id text not null, topic_id text not null, version integer not null, markdown text not null,
  made_by text, made_at text not null, primary key (space_id, topic_id, version)
);
create table citation (
  space_id text not null, topic_id text not null, n integer not null, name text not null,
  from_line integer, to_line integer, primary key (space_id, topic_id, n)
);
create table evidence (
  space_id text not null, id text not null, area_id text not null, topic_id text not null, person_id text not null,
  kind text not null, with_person text, at text not null, stands_at text, because text, primary key (space_id, id),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create index evidence_topic on evidence (space_id, topic_id);
create index evidence_person on evidence (space_id, person_id);

-- socialisation
create table request (
  space_id text not null, id text not null, area_id text not null, question_id text not null, to_person text not null,
  from_person text not null, made_at text not null, because text, snoozed_until text, closed_as text, closed_at text,
  primary key (space_id, id), foreign key (space_id, question_id) references question (space_id, id)
);
create index request_to on request (space_id, to_person);
create index request_question on request (space_id, question_id);
create table showing (
  space_id text not null, id text not null, area_id text not null, topic_id text not null, question_id text not null,
  shower text not null, shown text not null, offered_at text not null, shower_said_at text, shown_said_at text,
  called_off_at text, conversion text, primary key (space_id, id),
  foreign key (space_id, question_id) references question (space_id, id)
);
create index showing_topic on showing (space_id, topic_id);

-- internalisation
create table exercise (
  space_id text not null, id text not null, area_id text not null, topic_id text not null, claim_id text not null,
  claim_version integer not null, prompt text not null, gap text not null, made_at text not null,
  rested_at text, rested_why text, primary key (space_id, id),
  foreign key (space_id, claim_id) references claim (space_id, id)
);
create index exercise_claim on exercise (space_id, claim_id);
create index exercise_topic on exercise (space_id, topic_id);
create table card (
  space_id text not null, person_id text not null, exercise_id text not null, due_at text not null,
  schedule text not null, remembered_at text, rested_at text, primary key (space_id, person_id, exercise_id)
);
create table recall (
  space_id text not null, id text not null, person_id text not null, exercise_id text not null, grade text not null,
  reply text, at text not null, primary key (space_id, id)
);
create index recall_person on recall (space_id, person_id);
create table doing (
  space_id text not null, id text not null, area_id text not null, topic_id text not null, person_id text not null,
  done_on text not null, witness text not null, words text, said_at text not null, witnessed_at text,
  not_seen_at text, conversion text, primary key (space_id, id),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create index doing_topic on doing (space_id, topic_id);
create index doing_witness on doing (space_id, witness);

-- spiral
create table dismissal (
  space_id text not null, person_id text not null, thing text not null, at text not null,
  primary key (space_id, person_id, thing)
);
`

/** The ledger's conversions are append-only: the database itself refuses to change or drop one. */
export const appendOnly = {
  sqlite: [
    "create trigger conversion_stays before update on conversion begin select raise(abort, 'the ledger is append-only'); end",
    "create trigger conversion_keeps before delete on conversion begin select raise(abort, 'the ledger is append-only'); end",
  ],
  postgres: [
    "create function append_only() returns trigger language plpgsql as $$ begin raise exception 'the ledger is append-only'; end $$",
    'create trigger conversion_stays before update or delete or truncate on conversion execute function append_only()',
  ],
}
