import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { ProblemKind } from './contract.ts'
import { t } from './messages/messages.ts'
import { Frame } from './parts/Frame.tsx'
import { RefusalScreen } from './parts/Refusal.tsx'
import { SpaceFrame } from './parts/SpaceFrame.tsx'
import type { Bringable } from './parts/WhatDoYouHave.tsx'
import { About } from './screens/About.tsx'
import { Ask } from './screens/Ask.tsx'
import { Bring } from './screens/Bring.tsx'
import { Check } from './screens/Check.tsx'
import { Enter } from './screens/Enter.tsx'
import { Have } from './screens/Have.tsx'
import { History } from './screens/History.tsx'
import { Home } from './screens/Home.tsx'
import { House } from './screens/House.tsx'
import { Line } from './screens/Line.tsx'
import { Me } from './screens/Me.tsx'
import { Mend } from './screens/Mend.tsx'
import { Near } from './screens/Near.tsx'
import { NotFound } from './screens/NotFound.tsx'
import { People } from './screens/People.tsx'
import { Practise } from './screens/Practise.tsx'
import { Puzzled } from './screens/Puzzled.tsx'
import { SignIn } from './screens/SignIn.tsx'
import { Source } from './screens/Source.tsx'
import { Story } from './screens/Story.tsx'
import { Tell } from './screens/Tell.tsx'
import { Today } from './screens/Today.tsx'
import { Topic } from './screens/Topic.tsx'
import { Topics } from './screens/Topics.tsx'
import { Turn } from './screens/Turn.tsx'
import { Turned } from './screens/Turned.tsx'
import { Whole } from './screens/Whole.tsx'

const isKind = (kind: unknown): kind is ProblemKind => typeof kind === 'string' && Object.hasOwn(t.mend.kinds, kind)

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
      // A question that is a number or a word like true is read as one from the address.
      q === undefined || q === '' || typeof q === 'object' ? {} : { q: String(q).slice(0, 2000) },
  }),
  createRoute({ getParentRoute: () => space, path: '/topics', component: Topics }),
  createRoute({ getParentRoute: () => space, path: '/bring', component: Bring }),
  createRoute({ getParentRoute: () => space, path: '/have', component: Have }),
  createRoute({
    getParentRoute: () => space,
    path: '/turn',
    component: Turn,
    validateSearch: ({ what }): { what?: Bringable } =>
      what === 'folder' || what === 'history' || what === 'chat' ? { what } : {},
  }),
  createRoute({ getParentRoute: () => space, path: '/turn/$turn', component: Turned }),
  createRoute({
    getParentRoute: () => space,
    path: '/t/$',
    component: Topic,
    // A link sent to somebody may ask them to answer, in words of theirs.
    validateSearch: ({ answer, words }): { answer?: string; words?: string } => ({
      ...(typeof answer === 'string' ? { answer } : {}),
      ...(typeof words === 'string' ? { words: words.slice(0, 2000) } : {}),
    }),
  }),
  createRoute({ getParentRoute: () => space, path: '/near/$', component: Near }),
  createRoute({
    getParentRoute: () => space,
    path: '/edit/$',
    // The editor is larger than all the rest, and few who read are about to write.
    component: lazyRouteComponent(() => import('./screens/Edit.tsx'), 'Edit'),
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
  createRoute({ getParentRoute: () => space, path: '/check/$source', component: Check }),
  createRoute({ getParentRoute: () => space, path: '/source/$source', component: Source }),
  createRoute({ getParentRoute: () => space, path: '/tell', component: Tell }),
  createRoute({ getParentRoute: () => space, path: '/tell/$story', component: Story }),
  createRoute({ getParentRoute: () => space, path: '/line/$claim', component: Line }),
  createRoute({ getParentRoute: () => space, path: '/people', component: People }),
  createRoute({ getParentRoute: () => space, path: '/me', component: Me }),
  createRoute({ getParentRoute: () => space, path: '/whole', component: Whole }),
  createRoute({
    getParentRoute: () => space,
    path: '/mend',
    component: Mend,
    validateSearch: ({ kind }): { kind?: ProblemKind } => (isKind(kind) ? { kind } : {}),
  }),
  createRoute({ getParentRoute: () => space, path: '/house', component: House }),
] as const

/** Every address of the pages and the screen behind it. */
export const router = createRouter({
  routeTree: root.addChildren([door.addChildren(doors), space.addChildren(screens)]),
  scrollRestoration: true,
  defaultErrorComponent: RefusalScreen,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** On the way to a topic: something was just done that its page follows from. */
    expected?: boolean
  }
}
