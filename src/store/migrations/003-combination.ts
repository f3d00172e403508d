/** Tables of what is put together, by room, as in `001-the-house.ts`. */
export const combination = `
-- knowledge: sources as they were given, and their earlier versions
--   (bytes are base64 in parts: the same in both stores; a source without a version has its first one)
create table file (
  space_id text not null references space (id), id text not null, name text not null, media_type text not null,
  size integer not null, sha256 text not null, primary key (space_id, id)
);
create table file_part (
  space_id text not null, file_id text not null, part integer not null, bytes text not null,
  primary key (space_id, file_id, part), foreign key (space_id, file_id) references file (space_id, id)
);
alter table source add column version integer
;
alter table source add column file_id text
;
alter table source add column address text
;
alter table source add column pages text
;
create index source_hash on source (space_id, area_id, hash);
create table source_version (
  space_id text not null, source_id text not null, version integer not null, title text not null, text text not null,
  hash text not null, file_id text, pages text, brought_by text, at text not null, changes text not null,
  primary key (space_id, source_id, version), foreign key (space_id, source_id) references source (space_id, id)
);
alter table citation add column source_version integer
;
create table arrival (
  space_id text not null, id text not null, area_id text not null, by_person text not null, name text not null,
  title text, address text, replaces text, parts integer, file_id text, begun_at text not null, wished_at text,
  ended_at text, fault text, source_id text, already integer, primary key (space_id, id),
  foreign key (space_id, area_id) references area (space_id, id)
);
create index arrival_person on arrival (space_id, by_person);
create index arrival_begun on arrival (begun_at);
create table arrival_part (
  space_id text not null, arrival_id text not null, part integer not null, bytes text not null,
  primary key (space_id, arrival_id, part), foreign key (space_id, arrival_id) references arrival (space_id, id)
);

-- knowledge: passages of sources, by what they speak of. They outlive their source, until it is seen that it is gone.
create table source_reading (
  space_id text not null references space (id), source_id text not null, area_id text not null, hash text not null,
  reading integer not null, primary key (space_id, source_id)
);
create table passage (
  space_id text not null references space (id), source_id text not null, n integer not null, area_id text not null,
  name text not null, spelled text not null, how text not null, from_line integer not null, to_line integer not null,
  text text not null, primary key (space_id, source_id, n)
);
create index passage_name on passage (space_id, area_id, name);

-- knowledge: which names each page links to, and which pages cite a source
create table link (
  space_id text not null, topic_id text not null, area_id text not null, slug text not null,
  primary key (space_id, topic_id, slug), foreign key (space_id, topic_id) references topic (space_id, id)
);
create index link_slug on link (space_id, slug);
create index citation_name on citation (space_id, name);

-- knowledge: topics merged, split, renamed, kept and looked after
create table former_name (
  space_id text not null, area_id text not null, slug text not null, topic_id text not null, title text not null,
  by_person text not null, at text not null, primary key (space_id, area_id, slug),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create table merged (
  space_id text not null, topic_id text not null, into_id text not null, leads_to text not null,
  by_person text not null, at text not null, page_before integer, base_before text, page_joined integer,
  primary key (space_id, topic_id), foreign key (space_id, topic_id) references topic (space_id, id),
  foreign key (space_id, into_id) references topic (space_id, id)
);
create index merged_to on merged (space_id, leads_to);
create table claim_move (
  space_id text not null, id text not null, claim_id text not null, from_topic text not null, to_topic text not null,
  by_person text not null, at text not null, primary key (space_id, id),
  foreign key (space_id, claim_id) references claim (space_id, id)
);
create index claim_move_to on claim_move (space_id, to_topic);
create table keeping (
  space_id text not null, id text not null, topic_id text not null, person_id text not null, asked_by text not null,
  asked_at text not null, since text, declined_at text, ended_at text, primary key (space_id, id),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create index keeping_topic on keeping (space_id, topic_id);
create index keeping_person on keeping (space_id, person_id);
create table still_true (
  space_id text not null, id text not null, topic_id text not null, by_person text not null, at text not null,
  primary key (space_id, id), foreign key (space_id, topic_id) references topic (space_id, id)
);
create index still_true_topic on still_true (space_id, topic_id);
create table difference (
  space_id text not null, id text not null, area_id text not null, one_claim text not null, other_claim text not null,
  found_at text not null, one_said_at text, other_said_at text, primary key (space_id, id),
  unique (space_id, one_claim, other_claim), foreign key (space_id, one_claim) references claim (space_id, id),
  foreign key (space_id, other_claim) references claim (space_id, id)
);
create index difference_other on difference (space_id, other_claim);

-- combination: folders in step
create table brought_page (
  space_id text not null, area_id text not null, brought_from text not null, path text not null, topic_id text not null,
  version integer not null, primary key (space_id, area_id, brought_from, path),
  foreign key (space_id, topic_id) references topic (space_id, id)
);
create index brought_page_topic on brought_page (space_id, topic_id);

-- combination: which version of a page came from a folder
alter table page_version add column came_from text;

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
