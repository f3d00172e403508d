import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What is pressed and filled in, which most screens need, and what waits on Today: one script packs better than ten. */
const doing = /src\/web\/parts\/(?:Field|Form|Mark|Press|StartTopicSheet|refused-field|use-role)\.tsx?$/
const waiting =
  /src\/web\/(?:parts\/(?:Answering|DidItSheet|HowItWas|PersonField|Proposal|TellSheet)\.|screens\/(?:practise\/Gap\.|today\/(?!Nothing)))/

/** What every visit needs comes as two scripts: the libraries, which change seldom, and ours. */
const scripts = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/, priority: 2 },
  { name: 'first', tags: ['$initial' as const], priority: 1 },
  { name: 'doing', test: doing },
  { name: 'OneThing', test: waiting },
]

/** How the pages are built: everything as files of our own, so that `script-src 'self'` suffices. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: scripts } } },
  },
  server: {
    port: 4748,
    proxy: { '/api': 'http://localhost:4747' },
  },
})
