/**
 * A claim's voice is a person, a group or a document; the writer of a group's words has a row of
 * its own.
 */
const tables = `
-- ba: groups that say things together
create table community (
  space_id text not null, id text not null, area_id text not null, name text not null, formed_by text not null,
  formed_at text not null, primary key (space_id, id), foreign key (space_id, area_id) references area (space_id, id)
);
create table community_member (
  space_id text not null, community_id text not null, person_id text not null, since text not null,
  primary key (space_id, community_id, person_id),
  foreign key (space_id, community_id) references community (space_id, id)
);
create index community_member_person on community_member (space_id, person_id);

-- knowledge: whose words they are
alter table claim alter column speaker_id drop not null;
alter table claim add column group_id text
;
alter table source add column group_id text
;
create index claim_group on claim (space_id, group_id);
create table claim_assent (
  space_id text not null, claim_id text not null, version integer not null, person_id text not null, at text not null,
  primary key (space_id, claim_id, person_id), foreign key (space_id, claim_id) references claim (space_id, id)
);
create table claim_writer (
  space_id text not null, source_id text not null, person_id text not null, primary key (space_id, source_id),
  foreign key (space_id, source_id) references source (space_id, id)
);
`

/** The tables of this part; existing claims keep their speaker. */
export const voices = { tables }
