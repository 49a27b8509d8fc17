import type { contract } from '../../../src-shared/contract/contract.ts'
import { storedSeconds } from '../../database/codecs.ts'
import { withoutIndex } from '../../database/dialect.ts'
import type { ModelOf } from '../../database/model.ts'

type Statistics = ModelOf<typeof contract.flowStatistics>

/** The one in the middle, or halfway between the two there; `sorted` has one at least. */
function medianOf(sorted: Float64Array): number {
  const middle = sorted.length / 2
  const [lower = 0, upper = lower] = sorted.subarray(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return (lower + upper) / 2
}

/**
 * Reads the durations and sorts them here: SQLite takes five times as long to number the runs of
 * each flow. What cannot be read as a duration is left out. Prefect has no counterpart.
 */
export const readFlowDurations: Statistics['readFlowDurations'] = async (db) => {
  const runs = await db
    .selectFrom('flow_run')
    // Nearly every run is completed: by its index they would be looked up one by one.
    .where((run) => run(withoutIndex(run.ref('state_type')), '=', 'COMPLETED'))
    .select(['flow_id', 'total_run_time'])
    .execute()
  const byFlow = new Map<string, number[]>()
  for (const { flow_id, total_run_time } of runs) {
    const seconds = storedSeconds(total_run_time)
    if (seconds === null) continue
    const known = byFlow.get(flow_id)
    if (known) known.push(seconds)
    else byFlow.set(flow_id, [seconds])
  }
  return [...byFlow].map(([flowId, durations]) => ({
    flowId,
    median: medianOf(Float64Array.from(durations).toSorted()),
    runs: durations.length,
  }))
}
