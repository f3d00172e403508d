import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What every visit needs comes as two scripts: the libraries, which change seldom, and ours. */
const firstScript = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/, priority: 2 },
  { name: 'first', tags: ['$initial' as const], priority: 1 },
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
    rolldownOptions: { output: { codeSplitting: { groups: firstScript } } },
  },
  server: {
    port: 4748,
    proxy: { '/api': 'http://localhost:4747' },
  },
})
