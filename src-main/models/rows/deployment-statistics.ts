import type { contract } from '../../../src-shared/contract/contract.ts'
import type { DeploymentStatistics } from '../../../src-shared/contract/schemas/deployment-row.ts'
import type { FlowRunGlimpse } from '../../../src-shared/contract/schemas/flow-statistics.ts'
import { wellFormedMoment, withoutIndex } from '../../database/dialect.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import { LenientRow } from './lenient-row.ts'

/** A group of runs: the other columns are those of its run with the greatest (or least) `time`. */
interface RunGroup {
  deployment_id: string | null
  state_type: string | null
  count: number
  time: string | null
  id: string
  name: string
  state_name: string | null
}

/** Where a statement has one `max` or `min`, SQLite takes the other columns from that very row. */
function lastRunsByState(db: Reading): Promise<RunGroup[]> {
  return (
    db
      .selectFrom('flow_run')
      // In the order of the index of deployments each row would be fetched by itself: twice the time.
      .where((run) => run(withoutIndex(run.ref('deployment_id')), 'is not', null))
      .groupBy((run) => [withoutIndex(run.ref('deployment_id')), run.ref('state_type')])
      .select((run) => [
        'deployment_id',
        'state_type',
        run.fn.countAll<number>().as('count'),
        run.fn.max(wellFormedMoment(run.ref('start_time'))).as('time'),
        'id',
        'name',
        'state_name',
      ])
      .execute()
  )
}

function nextRuns(db: Reading): Promise<RunGroup[]> {
  return db
    .selectFrom('flow_run')
    .where('state_type', '=', 'SCHEDULED')
    .where('deployment_id', 'is not', null)
    .groupBy('deployment_id')
    .select((run) => [
      'deployment_id',
      'state_type',
      run.fn.countAll<number>().as('count'),
      run.fn.min(wellFormedMoment(run.ref('next_scheduled_start_time'))).as('time'),
      'id',
      'name',
      'state_name',
    ])
    .execute()
}

/** Null where the group has no moment. */
function glimpse(group: RunGroup): FlowRunGlimpse | null {
  const row = new LenientRow(group)
  const time = row.timestamp('time')
  if (time === null) return null
  return {
    id: row.text('id'),
    name: row.text('name'),
    stateType: row.textOrNull('state_type'),
    stateName: row.textOrNull('state_name'),
    time,
  }
}

/** The statistics by deployment, made as each comes up. */
class Collected {
  readonly #byDeployment = new Map<string, DeploymentStatistics>()

  of(group: RunGroup): DeploymentStatistics {
    const deploymentId = String(group.deployment_id)
    const known = this.#byDeployment.get(deploymentId)
    if (known) return known
    const fresh = { deploymentId, runs: {}, lastRun: null, nextRun: null }
    this.#byDeployment.set(deploymentId, fresh)
    return fresh
  }

  all(): DeploymentStatistics[] {
    return [...this.#byDeployment.values()]
  }
}

/** One pass over the runs for every deployment together; see `flowStatistics.readFlowStatistics`. */
export const readDeploymentStatistics: ModelOf<
  typeof contract.deploymentRows
>['readDeploymentStatistics'] = async (db) => {
  const collected = new Collected()
  for (const group of await lastRunsByState(db)) {
    const deployment = collected.of(group)
    deployment.runs[group.state_type ?? ''] = group.count
    const run = glimpse(group)
    if (run === null) continue
    if (deployment.lastRun === null || run.time > deployment.lastRun.time) deployment.lastRun = run
  }
  for (const group of await nextRuns(db)) collected.of(group).nextRun = glimpse(group)
  return collected.all()
}
