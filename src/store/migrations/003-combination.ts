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

-- search: whose a document is, on which topic and of when
alter table search_document add column marks text;

-- search: searches that found nothing

-- model: which model a space has, and what it was asked

`
