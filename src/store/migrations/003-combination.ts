/** Tables of what is put together, by room, as in `001-the-house.ts`. */
export const combination = `
-- knowledge: sources as they were given, and their earlier versions

-- knowledge: passages of sources, by what they speak of

-- knowledge: which names each page links to, and which pages cite a source
create table link (
  space_id text not null, topic_id text not null, area_id text not null, slug text not null,
  primary key (space_id, topic_id, slug), foreign key (space_id, topic_id) references topic (space_id, id)
);
create index link_slug on link (space_id, slug);
create index citation_name on citation (space_id, name);

-- knowledge: topics merged, split, renamed, kept and looked after

-- combination: folders in step
create table brought_page (
  space_id text not null, area_id text not null, brought_from text not null, path text not null, topic_id text not null,
  version integer not null, primary key (space_id, area_id, brought_from, path),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create index brought_page_topic on brought_page (space_id, topic_id);

-- search: whose a document is, on which topic and of when
alter table search_document add column marks text;

-- search: searches that found nothing
create table missing (
  space_id text not null references space (id), id text not null, area_id text not null, topic_id text,
  person_id text not null, words text not null, plain text not null,
  looked_at text not null, room_at text, found_at text,
  primary key (space_id, id)
);
create unique index missing_person on missing (space_id, person_id, plain);
create index missing_open on missing (space_id, found_at);
-- socialisation: who wonders about what another asked
create table wondering (
  space_id text not null references space (id), question_id text not null, person_id text not null, at text not null,
  primary key (space_id, question_id, person_id)
);
create index wondering_person on wondering (space_id, person_id);

-- model: which model a space has, and what it was asked
create table model_use (
  space_id text not null references space (id), id text not null, area_id text not null, name text not null,
  place text not null, turned_on_by text not null, turned_on_at text not null, turned_off_by text, turned_off_at text,
  primary key (space_id, id)
);
create table model_request (
  space_id text not null references space (id), id text not null, area_id text not null, what text not null,
  name text not null, at text not null, ms integer not null, tokens_in integer not null, tokens_out integer not null,
  cost integer, currency text, fault text, primary key (space_id, id)
);

-- combination: pages that a model wrote, until and after somebody takes them over
create table written_page (
  space_id text not null, topic_id text not null, area_id text not null, seen text not null, draft text, model text,
  written_at text, fault text, fault_at text, taken_over_by text, taken_over_at text, primary key (space_id, topic_id),
  foreign key (space_id, topic_id) references topic (space_id, id)
);

`
