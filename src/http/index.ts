export { proxiesOf } from './client-address.ts'
export { openDoor } from './door.ts'
export { listen } from './listen.ts'
