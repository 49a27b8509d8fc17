import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { RunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import { countUpTo } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, join, type Condition } from '../filters/condition.ts'
import { deploymentsWhere } from '../filters/deployments-where.ts'
import { askedRun } from '../filters/flows-where.ts'
import type { WithLabels } from '../filters/label-filter.ts'
import { flowRunEntrances, type Entrance } from '../filters/run-entrances.ts'
import { matches } from '../filters/run-forms.ts'

/** Through an index, so many runs are looked up in the time that deployments are gone through. */
const fewRuns = 20_000

/**
 * The condition of the deployments that are asked for. A filter on runs is asked of each deployment
 * in turn, which ends soon where many runs match. Where an index leaves few runs, or none of its parts
 * is in an index, the runs are gone through once, and their deployments are taken.
 */
export async function askedDeployments(
  db: Reading,
  filters: WithLabels<RunFilters>,
): Promise<Condition> {
  const { flow_runs, task_runs, labels, ...others } = filters
  if (!flow_runs && !task_runs && !labels?.flow_runs) return deploymentsWhere(filters)
  const entrances = flow_runs ? flowRunEntrances(flow_runs) : []
  const asksAll = asksNothing(filters)
  const entrance = await narrowEntrance(db, entrances)
  if (asksAll || (entrances.length > 0 && !entrance)) return deploymentsWhere(filters)
  const { flow_runs: _, ...otherLabels } = labels ?? {}
  const rest = deploymentsWhere({ ...others, labels: otherLabels })
  return join('and_', [rest, isDeploymentOfRuns(filters, entrance)])
}

/** True where any run will do. */
function asksNothing(filters: WithLabels<RunFilters>): boolean {
  const { run, task = 'always' } = askedRun(filters)
  return run === 'always' && task === 'always'
}

async function narrowEntrance(
  db: Reading,
  entrances: readonly Entrance[],
): Promise<Entrance | undefined> {
  for (const entrance of entrances) {
    if (entrance.onlyIf) continue
    let rows = 0
    for (const condition of entrance.counted) {
      const count = countUpTo('flow_run', condition, fewRuns + 1)
      rows += (await db.selectNoFrom(count.as('count')).executeTakeFirstOrThrow()).count
    }
    if (rows <= fewRuns) return entrance
  }
  return undefined
}

function isDeploymentOfRuns(
  filters: WithLabels<RunFilters>,
  entrance: Entrance | undefined,
): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'deployment'>()
  const runs = query
    .selectFrom('flow_run')
    .where(entrance?.condition ?? asExpression('always'))
    .where(matches(askedRun(filters)))
    .select('flow_run.deployment_id')
  return query('deployment.id', 'in', runs)
}
