import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

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
  },
  server: {
    port: 4748,
    proxy: { '/api': 'http://localhost:4747' },
  },
})
