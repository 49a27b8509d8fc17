import type { contract } from '../../src-shared/contract/contract.ts'
import type {
  FlowRunGlimpse,
  FlowStatistics,
} from '../../src-shared/contract/schemas/flow-statistics.ts'
import { storedMoment } from '../database/codecs.ts'
import { wellFormedMoment, withoutIndex } from '../database/dialect.ts'
import type { ModelOf, Reading } from '../database/model.ts'
import { readFlowDurations } from './statistics/flow-durations.ts'
import { readFlowHistories } from './statistics/flow-histories.ts'
import { readFlowRelations } from './statistics/flow-relations.ts'

type Statistics = ModelOf<typeof contract.flowStatistics>

/** A group of runs: the other columns are those of its run with the greatest (or least) `time`. */
interface RunGroup {
  flow_id: string
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
      // In the order of the index of flows each row would be fetched by itself: twice the time.
      .groupBy((run) => [withoutIndex(run.ref('flow_id')), run.ref('state_type')])
      .select((run) => [
        'flow_id',
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
    .where('next_scheduled_start_time', 'is not', null)
    .groupBy('flow_id')
    .select((run) => [
      'flow_id',
      'state_type',
      run.fn.countAll<number>().as('count'),
      run.fn.min(wellFormedMoment(run.ref('next_scheduled_start_time'))).as('time'),
      'id',
      'name',
      'state_name',
    ])
    .execute()
}

function deploymentCounts(db: Reading): Promise<{ flow_id: string; count: number }[]> {
  return db
    .selectFrom('deployment')
    .groupBy('flow_id')
    .select((deployment) => ['flow_id', deployment.fn.countAll<number>().as('count')])
    .execute()
}

/** Null where there is no run with a time that can be read. */
function glimpse(group: RunGroup): FlowRunGlimpse | null {
  const time = storedMoment(group.time)
  if (time === null) return null
  return {
    id: group.id,
    name: group.name,
    stateType: group.state_type,
    stateName: group.state_name,
    time,
  }
}

/** The statistics by flow, made as each flow comes up. */
class Collected {
  readonly #byFlow = new Map<string, FlowStatistics>()

  of(flowId: string): FlowStatistics {
    const known = this.#byFlow.get(flowId)
    if (known) return known
    const fresh = { flowId, deployments: 0, runs: {}, lastRun: null, nextRun: null }
    this.#byFlow.set(flowId, fresh)
    return fresh
  }

  all(): FlowStatistics[] {
    return [...this.#byFlow.values()]
  }
}

/**
 * One pass over the runs for every flow together: cheaper than asking flow by flow, for no index
 * holds a flow's runs by time. Prefect has no counterpart.
 */
const readFlowStatistics: Statistics['readFlowStatistics'] = async (db) => {
  const collected = new Collected()
  for (const group of await lastRunsByState(db)) {
    const flow = collected.of(group.flow_id)
    flow.runs[group.state_type ?? ''] = group.count
    const run = glimpse(group)
    if (run && (flow.lastRun === null || run.time > flow.lastRun.time)) flow.lastRun = run
  }
  for (const group of await nextRuns(db)) collected.of(group.flow_id).nextRun = glimpse(group)
  for (const { flow_id, count } of await deploymentCounts(db)) {
    collected.of(flow_id).deployments = count
  }
  return collected.all()
}

/** What the flow table shows beside the flows themselves. */
export const flowStatistics: Statistics = {
  readFlowStatistics,
  readFlowDurations,
  readFlowHistories,
  readFlowRelations,
}
