import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './whorl.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { Refused } from './client.ts'
import { preloadWhenIdle } from './lazily.ts'
import { language } from './messages/messages.ts'
import { preloadFinder } from './parts/Finder.tsx'
import { preloadSheet } from './parts/Sheet.tsx'
import { reading } from './reading.ts'
import { nextScreens, router } from './routes.tsx'

document.documentElement.lang = language

const place = document.getElementById('whorl')
if (place) {
  createRoot(place, { onCaughtError: tell }).render(
    <QueryClientProvider client={reading}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}

// Preloads the next screens after the first render.
const stop = router.subscribe('onRendered', () => {
  stop()
  preloadWhenIdle([preloadFinder, preloadSheet, ...nextScreens.map(({ preload }) => preload)])
})

/** Logs errors that are no refusals; a screen shows refusals itself. */
function tell(error: unknown): void {
  if (!(error instanceof Refused)) console.error(error)
}
