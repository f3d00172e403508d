/** Tables of what is put together, by room, as in `001-the-house.ts`. */
export const combination = `
-- knowledge: sources as they were given, and their earlier versions

-- knowledge: passages of sources, by what they speak of

-- knowledge: topics merged, split, renamed, kept and looked after

-- combination: folders in step

-- search: searches that found nothing

-- model: which model a space has, and what it was asked

`
