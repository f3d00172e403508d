import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { lazily } from './lazily.ts'
import { Frame } from './parts/Frame.tsx'
import { RefusalScreen } from './parts/Refusal.tsx'
import { SpaceFrame } from './parts/SpaceFrame.tsx'
import type { Scannable } from './parts/WhatDoYouHave.tsx'
import { NotFound } from './screens/NotFound.tsx'
import { Today } from './screens/Today.tsx'

// Today is part of the first script; each other screen is loaded on navigation, or shortly before.
const About = lazily(async () => (await import('./screens/About.tsx')).About)
const Ask = lazily(async () => (await import('./screens/Ask.tsx')).Ask)
const Bring = lazily(async () => (await import('./screens/Bring.tsx')).Bring)
const ConfirmLines = lazily(async () => (await import('./screens/ConfirmLines.tsx')).ConfirmLines)
const Enter = lazily(async () => (await import('./screens/Enter.tsx')).Enter)
const Have = lazily(async () => (await import('./screens/Have.tsx')).Have)
const History = lazily(async () => (await import('./screens/History.tsx')).History)
const Home = lazily(async () => (await import('./screens/Home.tsx')).Home)
const House = lazily(async () => (await import('./screens/House.tsx')).House)
const Line = lazily(async () => (await import('./screens/Line.tsx')).Line)
const Me = lazily(async () => (await import('./screens/Me.tsx')).Me)
const Check = lazily(async () => (await import('./screens/Check.tsx')).Check)
const Near = lazily(async () => (await import('./screens/Near.tsx')).Near)
const People = lazily(async () => (await import('./screens/People.tsx')).People)
const Practise = lazily(async () => (await import('./screens/Practise.tsx')).Practise)
const Puzzled = lazily(async () => (await import('./screens/Puzzled.tsx')).Puzzled)
const Source = lazily(async () => (await import('./screens/Source.tsx')).Source)
const SignIn = lazily(async () => (await import('./screens/SignIn.tsx')).SignIn)
const Story = lazily(async () => (await import('./screens/Story.tsx')).Story)
const Tell = lazily(async () => (await import('./screens/Tell.tsx')).Tell)
const Topic = lazily(async () => (await import('./screens/Topic.tsx')).Topic)
const Topics = lazily(async () => (await import('./screens/Topics.tsx')).Topics)
const Scan = lazily(async () => (await import('./screens/Scan.tsx')).Scan)
const Scanned = lazily(async () => (await import('./screens/Scanned.tsx')).Scanned)
const Whole = lazily(async () => (await import('./screens/Whole.tsx')).Whole)
const Edit = lazily(async () => (await import('./screens/Edit.tsx')).Edit)

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const door = createRoute({
  getParentRoute: () => root,
  id: 'door',
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
})

const doors = [
  createRoute({
    getParentRoute: () => door,
    path: '/',
    component: Home,
    validateSearch: (search): { all?: boolean } => (search.all ? { all: true } : {}),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/sign-in',
    component: SignIn,
    validateSearch: (search): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/enter',
    component: Enter,
    validateSearch: (search): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  }),
  createRoute({ getParentRoute: () => door, path: '/about', component: About }),
] as const

const space = createRoute({ getParentRoute: () => root, path: '/$space', component: SpaceFrame })

const screens = [
  createRoute({ getParentRoute: () => space, path: '/', component: Today }),
  createRoute({
    getParentRoute: () => space,
    path: '/ask',
    component: Ask,
    validateSearch: ({ q }): { q?: string } =>
      // The router parses a question such as `12` or `true` as a number or a boolean.
      q === undefined || q === '' || typeof q === 'object' ? {} : { q: String(q).slice(0, 2000) },
  }),
  createRoute({ getParentRoute: () => space, path: '/topics', component: Topics }),
  createRoute({ getParentRoute: () => space, path: '/bring', component: Bring }),
  createRoute({ getParentRoute: () => space, path: '/have', component: Have }),
  createRoute({
    getParentRoute: () => space,
    path: '/scan',
    component: Scan,
    validateSearch: ({ what }): { what?: Scannable } =>
      what === 'folder' || what === 'history' || what === 'chat' ? { what } : {},
  }),
  createRoute({ getParentRoute: () => space, path: '/scan/$scan', component: Scanned }),
  createRoute({
    getParentRoute: () => space,
    path: '/t/$',
    component: Topic,
    // A forwarded link may ask for an answer, with the person's own words as a draft.
    validateSearch: ({ answer, words }): { answer?: string; words?: string } => ({
      ...(typeof answer === 'string' ? { answer } : {}),
      ...(typeof words === 'string' ? { words: words.slice(0, 2000) } : {}),
    }),
  }),
  createRoute({ getParentRoute: () => space, path: '/near/$', component: Near }),
  createRoute({
    getParentRoute: () => space,
    path: '/edit/$',
    component: Edit,
  }),
  createRoute({
    getParentRoute: () => space,
    path: '/history/$',
    component: History,
    validateSearch: ({ v, since }): { v?: number; since?: number } => ({
      ...(Number.isInteger(v) ? { v: Number(v) } : {}),
      ...(Number.isInteger(since) ? { since: Number(since) } : {}),
    }),
  }),
  createRoute({ getParentRoute: () => space, path: '/puzzled', component: Puzzled }),
  createRoute({ getParentRoute: () => space, path: '/practise', component: Practise }),
  createRoute({ getParentRoute: () => space, path: '/practise/$', component: Practise }),
  createRoute({ getParentRoute: () => space, path: '/confirm/$source', component: ConfirmLines }),
  createRoute({ getParentRoute: () => space, path: '/source/$source', component: Source }),
  createRoute({ getParentRoute: () => space, path: '/tell', component: Tell }),
  createRoute({ getParentRoute: () => space, path: '/tell/$story', component: Story }),
  createRoute({ getParentRoute: () => space, path: '/line/$claim', component: Line }),
  createRoute({ getParentRoute: () => space, path: '/people', component: People }),
  createRoute({ getParentRoute: () => space, path: '/me', component: Me }),
  createRoute({ getParentRoute: () => space, path: '/whole', component: Whole }),
  createRoute({
    getParentRoute: () => space,
    path: '/check',
    component: Check,
    validateSearch: ({ kind }): { kind?: string } => (typeof kind === 'string' ? { kind } : {}),
  }),
  createRoute({ getParentRoute: () => space, path: '/house', component: House }),
] as const

/** Former addresses, for links that people have kept. */
const earlier = [
  createRoute({
    getParentRoute: () => space,
    path: '/check/$source',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/$space/confirm/$source', params, replace: true })
    },
  }),
  createRoute({
    getParentRoute: () => space,
    path: '/mend',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/$space/check', params, search: true, replace: true })
    },
  }),
  createRoute({
    getParentRoute: () => space,
    path: '/turn/$scan',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/$space/scan/$scan', params, replace: true })
    },
  }),
] as const

/**
 * Screens to preload: those reached without a link, for which no pointer could trigger it, and the
 * most frequent ones.
 */
export const nextScreens = [Topic, ConfirmLines, Topics, Ask]

/** The router: every address with its screen. */
export const router = createRouter({
  routeTree: root.addChildren([door.addChildren(doors), space.addChildren([...screens, ...earlier])]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: RefusalScreen,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
