/** What of this room needs no package: the pages import this and nothing else of it. */
export { firstHeading } from './headings.ts'
