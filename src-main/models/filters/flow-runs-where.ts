import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { RunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import type { TaskRunFilter } from '../../../src-shared/contract/schemas/task-run-filter.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, join, type Condition } from './condition.ts'
import type { WithLabels } from './label-filter.ts'
import { askedOfDeployment, askedOfFlow, askedOfFlowRun } from './labelled-conditions.ts'
import { namesFewTaskRuns } from './narrow-filters.ts'
import { matches } from './run-forms.ts'
import { taskRunCondition } from './task-run-filter.ts'
import { workQueuesMatching } from './work-queues-matching.ts'

/**
 * Joins the six filters of `read_flow_runs`, as Prefect's `_apply_flow_run_filters` does; a condition
 * of `flow_run`. A filter that is given, even an empty one, asks for a row: `{}` for deployments means
 * that the run's deployment is still there.
 */
export function flowRunsWhere(filters: WithLabels<RunFilters>): Condition {
  const { task_runs } = filters
  return join('and_', [
    askedOfFlowRun(filters),
    flowRunParentsWhere(filters),
    task_runs ? hasTaskRun(task_runs) : undefined,
  ])
}

/**
 * What the filters ask of the rows that a flow run names: its flow, its deployment, its work queue
 * and that queue's pool. These tables are small: each is asked once, not for each run.
 */
export function flowRunParentsWhere(
  filters: WithLabels<Omit<RunFilters, 'flow_runs' | 'task_runs'>>,
): Condition {
  const flows = askedOfFlow(filters)
  const deployments = askedOfDeployment(filters)
  const query = expressionBuilder<Database, 'flow_run'>()
  const queues = workQueuesMatching(filters)
  return join('and_', [
    flows ? query('flow_run.flow_id', 'in', flowsMatching(flows)) : undefined,
    deployments
      ? query('flow_run.deployment_id', 'in', deploymentsMatching(deployments))
      : undefined,
    queues ? query('flow_run.work_queue_id', 'in', queues) : undefined,
  ])
}

function flowsMatching(asked: Condition) {
  const query = expressionBuilder<Database, never>()
  return query.selectFrom('flow').where(asExpression(asked)).select('flow.id')
}

function deploymentsMatching(asked: Condition) {
  const query = expressionBuilder<Database, never>()
  return query.selectFrom('deployment').where(asExpression(asked)).select('deployment.id')
}

/** Prefect asks a correlated EXISTS; where the filter names a few task runs, these are found first. */
function hasTaskRun(filter: TaskRunFilter): Expression<SqlBool> {
  const task = taskRunCondition(filter)
  if (!namesFewTaskRuns(filter)) return matches({ run: 'always', task })
  const query = expressionBuilder<Database, 'flow_run'>()
  const flowRuns = query
    .selectFrom('task_run')
    .where(asExpression(task))
    .select('task_run.flow_run_id')
  return query('flow_run.id', 'in', flowRuns)
}
