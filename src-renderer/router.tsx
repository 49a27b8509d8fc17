import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router'
import { EmptyNotice } from './components/empty-notice.tsx'
import { ErrorNotice } from './components/error-notice.tsx'
import { flowsSearch } from './features/flows/search-params.ts'
import { FlowsScreen } from './features/flows/flows-screen.tsx'
import { Frame } from './features/frame/frame.tsx'
import { LimitsScreen } from './features/limits/limits-screen.tsx'
import { limitsSearch } from './features/limits/search-params.ts'
import { WelcomeScreen } from './features/welcome/welcome-screen.tsx'

const root = createRootRoute({ component: Frame })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/flows' })
  },
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: WelcomeScreen,
})

const flows = createRoute({
  getParentRoute: () => root,
  path: '/flows',
  validateSearch: flowsSearch,
  component: FlowsScreen,
})

const limits = createRoute({
  getParentRoute: () => root,
  path: '/limits',
  validateSearch: limitsSearch,
  component: LimitsScreen,
})

/** Every screen, by its address; a view is a link. */
export const router = createRouter({
  routeTree: root.addChildren([start, welcome, flows, limits]),
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: ({ error, reset }) => (
    <ErrorNotice
      error={error instanceof Error ? error : new Error(String(error))}
      action={{ label: 'Try again', run: reset }}
    />
  ),
  defaultNotFoundComponent: () => <EmptyNotice text="There is no such screen." />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
