/** Tables of the first ten minutes, by room, as in `001-the-house.ts`. */
export const theFirstTenMinutes = `
-- ba: the keys of agents
create table agent_key (
  space_id text not null references space (id), id text not null, person_id text not null, name text not null,
  key_hash text not null unique, made_at text not null, ended_at text, primary key (space_id, id)
);
create index agent_key_person on agent_key (space_id, person_id);

-- ledger: what an agent would do, until its person has said
create table proposal (
  space_id text not null references space (id), id text not null, person_id text not null, agent text not null,
  act text not null, input text, made_at text not null, settled_as text, settled_at text, primary key (space_id, id)
);
create index proposal_person on proposal (space_id, person_id);

-- ba: what may be read here to infer who holds what
create table inference (
  space_id text not null references space (id), id text not null, what text not null,
  turned_on_by text not null, turned_on_at text not null, turned_off_by text, turned_off_at text,
  primary key (space_id, id)
);

-- knowledge: topics of closed areas that are opened, line by line
create table release (
  space_id text not null references space (id), id text not null, topic_id text not null, open_topic_id text not null,
  by_person text not null, at text not null, primary key (space_id, id), unique (space_id, topic_id),
  foreign key (space_id, topic_id) references topic (space_id, id),
  foreign key (space_id, open_topic_id) references topic (space_id, id)
);
create table release_line (
  space_id text not null, id text not null, release_id text not null, claim_id text not null, asked_at text not null,
  agreed_at text, kept_at text, open_claim_id text, primary key (space_id, id), unique (space_id, claim_id),
  foreign key (space_id, release_id) references release (space_id, id),
  foreign key (space_id, claim_id) references claim (space_id, id)
);
create index release_line_opened on release_line (space_id, open_claim_id);

-- knowledge: the other names that pages say they have
create table alias (
  space_id text not null, topic_id text not null, area_id text not null, slug text not null,
  primary key (space_id, topic_id, slug), foreign key (space_id, topic_id) references topic (space_id, id)
);
create index alias_slug on alias (space_id, slug);

-- spiral: what somebody brought to have it turned once
create table turn (
  space_id text not null references space (id), id text not null, area_id text not null, by_person text not null,
  name text not null, begun_at text not null, wished_at text, progress text, turned text, turned_at text,
  primary key (space_id, id)
);
create index turn_by on turn (space_id, by_person);
create table turn_part (
  space_id text not null, turn_id text not null, part integer not null, bytes text not null,
  primary key (space_id, turn_id, part), foreign key (space_id, turn_id) references turn (space_id, id) on delete cascade
);
create table inferred (
  space_id text not null, turn_id text not null, finding integer not null, person_id text not null, line text not null,
  at text not null, stands_at text, primary key (space_id, turn_id, finding, person_id),
  foreign key (space_id, turn_id) references turn (space_id, id) on delete cascade
);
create index inferred_person on inferred (space_id, person_id);
create table turn_take_up (
  space_id text not null, turn_id text not null, finding integer not null, topic_id text not null,
  question_id text not null, by_person text not null, at text not null, primary key (space_id, turn_id, finding),
  foreign key (space_id, turn_id) references turn (space_id, id) on delete cascade
);

-- externalisation: one time somebody decided, and every word that was said for it
create table story (
  space_id text not null, id text not null, area_id text not null, topic_id text not null, teller text not null,
  version integer not null, timeline text not null, retold integer not null, decision text, source_id text,
  begun_at text not null, told_at text, retold_at text, corrected_at text, finished_at text, primary key (space_id, id),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create index story_teller on story (space_id, teller);
create table telling (
  space_id text not null, story_id text not null, n integer not null, probe text, how text not null, words text,
  at text not null, primary key (space_id, story_id, n), foreign key (space_id, story_id) references story (space_id, id)
);

-- knowledge: a question may be asked without a name
alter table question add column asked_as text
;

-- socialisation: what puzzled somebody, theirs alone until they ask
create table puzzle (
  space_id text not null references space (id), id text not null, person_id text not null, words text not null,
  puzzled_at text not null, still_at text, answered_at text, question_id text, of_person text,
  primary key (space_id, id)
);
create index puzzle_person on puzzle (space_id, person_id);

-- search: what is found by its words, made anew from the rows of the other rooms
create table search_space (
  space_id text primary key references space (id), analysis integer not null, indexed_at text not null
);
create table search_part (
  space_id text not null, area_id text not null, kind text not null, number integer not null unique,
  documents integer not null, words integer not null, primary key (space_id, area_id, kind),
  foreign key (space_id, area_id) references area (space_id, id)
);
create table search_term (
  space_id text not null, area_id text not null, term text not null, documents integer not null,
  primary key (space_id, area_id, term)
);
create table search_document (
  space_id text not null references space (id), kind text not null, thing text not null, area_id text not null,
  number integer primary key, words integer not null, title_terms text not null, terms text not null,
  unique (space_id, kind, thing)
);
`

/** What an engine keeps of the words in its own way: only which document has which, for choosing what is ranked. */
export const wordsByEngine = {
  sqlite: [
    "create virtual table search_words using fts5(terms, content='', detail=none, columnsize=0, tokenize='ascii')",
    "insert into search_words (search_words, rank) values ('secure-delete', 1)",
  ],
  postgres: [
    'create table search_words (number bigint primary key, terms tsvector not null)',
    'alter table search_words alter column terms set storage main',
    'create index search_words_terms on search_words using gin (terms)',
  ],
}
