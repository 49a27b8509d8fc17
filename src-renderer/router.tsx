import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { EmptyNotice } from './components/empty-notice.tsx'
import { ErrorNotice } from './components/error-notice.tsx'
import { DeploymentScreen } from './features/deployment/deployment-screen.tsx'
import { DeploymentsScreen } from './features/deployments/deployments-screen.tsx'
import { FlowScreen } from './features/flow/flow-screen.tsx'
import { FlowsScreen } from './features/flows/flows-screen.tsx'
import { Frame } from './features/frame/frame.tsx'
import { LimitsScreen } from './features/limits/limits-screen.tsx'
import { limitsSearch } from './features/limits/search-params.ts'
import { ShellWindows } from './features/palette/shell-windows.tsx'
import { RunScreen } from './features/run/run-screen.tsx'
import { RunsScreen } from './features/runs/runs-screen.tsx'
import { tagsSearch } from './features/tags/search-params.ts'
import { TagsScreen } from './features/tags/tags-screen.tsx'
import { TaskRunScreen } from './features/task-run/task-run-screen.tsx'
import { WelcomeScreen } from './features/welcome/welcome-screen.tsx'
import { viewSearch } from './lib/view-search.ts'

const root = createRootRoute({
  component: () => (
    <>
      <Frame />
      <ShellWindows />
    </>
  ),
})

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
  validateSearch: viewSearch,
  component: FlowsScreen,
})

/** A page of its own: `part` is the tab that is shown, beside what the table in it shows. */
const pageSearch = viewSearch.extend({
  part: z.string().optional().catch(undefined),
  /** How many days a history shows. */
  span: z.unknown().optional(),
})

const flow = createRoute({
  getParentRoute: () => root,
  path: '/flows/$flowId',
  validateSearch: pageSearch,
  component: FlowScreen,
})

const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  validateSearch: viewSearch,
  component: RunsScreen,
})

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$runId',
  validateSearch: pageSearch,
  component: RunScreen,
})

const taskRun = createRoute({
  getParentRoute: () => root,
  path: '/task-runs/$taskRunId',
  validateSearch: pageSearch,
  component: TaskRunScreen,
})

const deployments = createRoute({
  getParentRoute: () => root,
  path: '/deployments',
  validateSearch: viewSearch,
  component: DeploymentsScreen,
})

const deployment = createRoute({
  getParentRoute: () => root,
  path: '/deployments/$deploymentId',
  validateSearch: pageSearch,
  component: DeploymentScreen,
})

const tags = createRoute({
  getParentRoute: () => root,
  path: '/tags',
  validateSearch: tagsSearch,
  component: TagsScreen,
})

const limits = createRoute({
  getParentRoute: () => root,
  path: '/limits',
  validateSearch: limitsSearch,
  component: LimitsScreen,
})

const screens = [
  start,
  welcome,
  flows,
  flow,
  runs,
  run,
  taskRun,
  deployments,
  deployment,
  tags,
  limits,
]

/** Every screen, by its address; a view is a link. */
export const router = createRouter({
  routeTree: root.addChildren(screens),
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
