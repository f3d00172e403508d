export { agentsByHttp } from './by-http.ts'
export { speakByStdio } from './by-stdio.ts'
