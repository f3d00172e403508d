/** Tables of the first ten minutes, by room, as in `001-the-house.ts`. */
export const theFirstTenMinutes = `
-- spiral: what somebody brought to have it turned once
create table turn (
  space_id text not null references space (id), id text not null, area_id text not null, by_person text not null,
  kind text not null, name text not null, parts integer not null, begun_at text not null, progress text,
  turned text, turned_at text, primary key (space_id, id)
);
create index turn_by on turn (space_id, by_person);
create table turn_part (
  space_id text not null, turn_id text not null, part integer not null, bytes text not null,
  primary key (space_id, turn_id, part), foreign key (space_id, turn_id) references turn (space_id, id) on delete cascade
);
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
`
