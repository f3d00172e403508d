export { findableReactions } from './becomes-findable.ts'
export { fetchFound } from './fetch.ts'
export { openIndex } from './open-index.ts'
export { search } from './search.ts'
