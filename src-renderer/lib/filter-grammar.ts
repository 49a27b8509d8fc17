import { deploymentFields } from './filter-grammar-deployments.ts'
import { flowFields } from './filter-grammar-flows.ts'
import { flowRunFields } from './filter-grammar-flow-runs.ts'
import { poolFields, queueFields } from './filter-grammar-pools.ts'
import { taskRunFields } from './filter-grammar-task-runs.ts'
import type { BodyPath, FilterGroup, FilterScreen } from './filter-body.ts'
import type { FilterField, GroupGrammar } from './filter-grammar-types.ts'

/** Every field and operator of Prefect's filter objects. */
export const grammar: Readonly<Record<FilterGroup, GroupGrammar>> = {
  flows: { group: 'flows', title: 'Flow', fields: flowFields },
  flow_runs: { group: 'flow_runs', title: 'Flow run', fields: flowRunFields },
  task_runs: { group: 'task_runs', title: 'Task run', fields: taskRunFields },
  deployments: { group: 'deployments', title: 'Deployment', fields: deploymentFields },
  work_pools: { group: 'work_pools', title: 'Work pool', fields: poolFields },
  work_pool_queues: { group: 'work_pool_queues', title: 'Work queue', fields: queueFields },
}

/** How rows of another table are asked for. */
export interface JoinWords {
  /** Said of an empty object. */
  any: string
  /** Said before its conditions. */
  which: string
  /** What the join means that one may not expect. */
  note?: string
}

const sameRun = 'Conditions on flow runs and task runs must hold of one and the same flow run.'
const samePool = 'Conditions on pools and queues must hold of one and the same queue.'

/** How a filter object of other rows is joined to a screen's rows, before its chips. */
export const joinWords: Readonly<
  Record<FilterScreen, Readonly<Partial<Record<FilterGroup, JoinWords>>>>
> = {
  flows: {
    flow_runs: { any: 'has a flow run', which: 'with a flow run whose', note: sameRun },
    task_runs: { any: 'has a task run', which: 'with a task run whose', note: sameRun },
    deployments: { any: 'has a deployment', which: 'with a deployment whose' },
    work_pools: {
      any: 'has a deployment in a pool',
      which: 'deployed to a pool whose',
      note: 'A flow is in a pool through the work queue of its deployment, not through its runs. Conditions on deployments and pools must hold of one and the same deployment.',
    },
  },
  runs: {
    flows: { any: 'of a flow', which: 'of a flow whose' },
    task_runs: { any: 'has a task run', which: 'with a task run whose' },
    deployments: { any: 'of a deployment that is there', which: 'of a deployment whose' },
    work_pools: { any: 'in a pool', which: 'in a pool whose', note: samePool },
    work_pool_queues: { any: 'in a queue', which: 'in a queue whose', note: samePool },
  },
  deployments: {
    flows: { any: 'of a flow', which: 'of a flow whose' },
    flow_runs: { any: 'has a flow run', which: 'with a flow run whose', note: sameRun },
    task_runs: { any: 'has a task run', which: 'with a task run whose', note: sameRun },
    work_pools: { any: 'in a pool', which: 'in a pool whose', note: samePool },
    work_pool_queues: { any: 'in a queue', which: 'in a queue whose', note: samePool },
  },
}

/** A field's grammar; undefined if Prefect has none of that name. */
export function fieldOf(group: FilterGroup, key: string): FilterField | undefined {
  return grammar[group].fields.find((field) => field.key === key)
}

/** The names that may stand at a place of a filter body; undefined where a value stands. */
export function keysAt(path: BodyPath): string[] | undefined {
  const [group = '', key = '', ...rest] = path
  if (!(group in grammar)) return undefined
  const { fields } = grammar[group as FilterGroup]
  if (path.length === 1) return ['operator', ...fields.map((field) => field.key)]
  const field = fields.find((one) => one.key === key)
  if (!field || rest.length > 1) return undefined
  const below = field.leaves.filter(({ path: at }) =>
    rest.every((step, index) => at[index] === step),
  )
  const names = below.flatMap(({ path: at }) => at[rest.length] ?? [])
  if (names.length === 0) return undefined
  return [...new Set([...(field.hasOperator && rest.length === 0 ? ['operator'] : []), ...names])]
}
