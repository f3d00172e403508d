export { openDoor } from './door.ts'
export { listen } from './listen.ts'
