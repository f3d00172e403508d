export { openDoor } from './door.ts'
export { listen } from './listen.ts'
export { openApi } from './open-api.ts'
