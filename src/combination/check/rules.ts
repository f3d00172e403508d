/** A kind of problem. Its id is stable, since repositories list ids to ignore. */
export interface Rule {
  id: RuleId
  /** A short name. */
  name: string
  /** Whether it fails a check. */
  level: 'error' | 'warning' | 'note'
  /** When it is reported, and what to do. */
  help: string
}

/** The kinds of problems that a check finds, each in a file of its name. */
export type RuleId =
  | 'citation-does-not-hold'
  | 'cited-lines-changed'
  | 'broken-link'
  | 'fragile-link'
  | 'unclean-page'
  | 'two-versions'
  | 'wanted-page'
  | 'ambiguous-alias'
  | 'pages-differ'
  | 'near-duplicate'
  | 'stale-page'
  | 'unsupported-paragraph'
  | 'orphan'

/** Every rule, the gravest first. */
export const rules: readonly Rule[] = [
  {
    id: 'citation-does-not-hold',
    name: 'A citation does not hold',
    level: 'error',
    help: 'A ^[citation] names a source that is not there, lines that it does not have, a placeholder, a page as if it were a source, or lines that no longer say what is quoted from them. Point it at the lines that say it, bring the source back, or take the sentence out.',
  },
  {
    id: 'cited-lines-changed',
    name: 'What a page cites has changed',
    level: 'warning',
    help: 'A source was brought in again, and lines that a page cites say something else than when it cited them. Read both: say that the citation still holds, or change the page. Known in a space only, which keeps the earlier versions of its sources.',
  },
  {
    id: 'broken-link',
    name: 'A link leads to no file',
    level: 'error',
    help: 'A Markdown link to another document of the folder leads to a file that is not there. Point it at the file’s new place, or take it out. Links out of the folder, and from the root of a site, are left alone.',
  },
  {
    id: 'fragile-link',
    name: 'A link leads there on some systems only',
    level: 'warning',
    help: 'A link is written in other letters, large or small, than the file it leads to, or with backslashes between folders: it leads there on this system, and nowhere on a web server, on GitHub or on Linux. Write it as the file is called, with slashes.',
  },
  {
    id: 'unclean-page',
    name: 'A page did not come in whole',
    level: 'error',
    help: 'A file is empty, not text or not UTF-8, its front matter is not YAML or stands twice, a model left its thinking in it, its title ends with a space, or an alias cannot be linked to. Mend the file by hand: nothing of it is rewritten.',
  },
  {
    id: 'two-versions',
    name: 'Two versions stand in a page',
    level: 'error',
    help: 'A folder and Whorl were put in step after both had changed the same words, and both versions stand in the page between marks. Keep what holds, and take the marks out.',
  },
  {
    id: 'wanted-page',
    name: 'A page is wanted',
    level: 'warning',
    help: 'Pages link to one that nobody has written. Ask who can say what it is, or, where a page of that name goes by another, give it the name as an alias.',
  },
  {
    id: 'ambiguous-alias',
    name: 'An alias names several pages',
    level: 'warning',
    help: 'Several pages have one alias, so that a link by it leads to none of them. Leave it to the page that people mean, and have links to the others say their titles.',
  },
  {
    id: 'pages-differ',
    name: 'Two pages differ',
    level: 'warning',
    help: 'Two pages give different figures for the same, or one says that it must be and the other that it must not. Both may be right: ask those who wrote them when each holds, and write that beside each.',
  },
  {
    id: 'near-duplicate',
    name: 'Two pages are nearly the same',
    level: 'warning',
    help: 'Two pages say nearly the same, or have titles that differ only in order, number and small words. Make one of them, and keep the other’s title as an alias; or say in each how it differs.',
  },
  {
    id: 'stale-page',
    name: 'A page is past its date',
    level: 'warning',
    help: 'A page is past the day by which it wanted to be reviewed, or a source that it cites was brought in again after the page was last updated. Read it again: say that it is still true with a field like `reviewed: 2026-05-04`, or change it.',
  },
  {
    id: 'unsupported-paragraph',
    name: 'A paragraph is not supported',
    level: 'note',
    help: 'On a page that cites its sources, a paragraph cites none; or a machine wrote a sentence that its cited lines do not say, which is marked ==so==. Cite what says so, or ask somebody to confirm it.',
  },
  {
    id: 'orphan',
    name: 'No page links here',
    level: 'note',
    help: 'In a folder whose pages link to each other, nothing links to this one, so that nobody comes to it by reading. Link to it from where people look, or take it out. Indexes and READMEs are where people begin, and never orphans.',
  },
]
