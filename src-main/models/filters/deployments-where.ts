import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { RunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, join, type Condition } from './condition.ts'
import { askedRun } from './flows-where.ts'
import type { WithLabels } from './label-filter.ts'
import { askedOfDeployment, askedOfFlow } from './labelled-conditions.ts'
import { namesFewFlowRuns } from './narrow-filters.ts'
import { matches } from './run-forms.ts'
import { workQueuesMatching } from './work-queues-matching.ts'

/**
 * Joins the six filters of `read_deployments`, as Prefect's `_apply_deployment_filters` does; a
 * condition of `deployment`. One and the same flow run must satisfy the flow run and the task run
 * filter, one and the same work queue the queue filter and, by its pool, the pool filter. A filter
 * that is given, even an empty one, asks for a row.
 */
export function deploymentsWhere(filters: WithLabels<RunFilters>): Condition {
  const { flow_runs, task_runs, labels = {} } = filters
  const query = expressionBuilder<Database, 'deployment'>()
  const flows = askedOfFlow(filters)
  const queues = workQueuesMatching(filters)
  return join('and_', [
    askedOfDeployment(filters),
    flows ? isOfFlow(flows) : undefined,
    flow_runs || task_runs || labels.flow_runs ? hasFlowRun(filters) : undefined,
    queues ? query('deployment.work_queue_id', 'in', queues) : undefined,
  ])
}

function isOfFlow(asked: Condition): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'deployment'>()
  const flows = query.selectFrom('flow').where(asExpression(asked)).select('flow.id')
  return query('deployment.flow_id', 'in', flows)
}

/**
 * Each deployment's runs are gone through, by the index of `deployment_id`, until one matches: no run
 * is looked at twice. Where the filter names the runs, these are found first.
 */
function hasFlowRun(filters: WithLabels<RunFilters>): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'deployment'>()
  const { run, task } = askedRun(filters)
  const runs = query.selectFrom('flow_run')
  if (filters.flow_runs && namesFewFlowRuns(filters.flow_runs)) {
    const found = runs
      .where(asExpression(run))
      .$if(task !== undefined, (one) =>
        one.where(matches({ run: 'always', task: task ?? 'always' })),
      )
      .select('flow_run.deployment_id')
    return query('deployment.id', 'in', found)
  }
  const first = runs
    .whereRef('flow_run.deployment_id', '=', 'deployment.id')
    .where(matches(askedRun(filters)))
    .select(query.lit(1).as('one'))
    .limit(1)
  // SQLite makes a join of an EXISTS, and beside an ORDER BY goes through it to its end.
  return sql<SqlBool>`${first} is not null`
}
