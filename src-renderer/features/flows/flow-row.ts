import type { Flow } from '../../../src-shared/contract/schemas/flow.ts'
import type { FlowStatistics } from '../../../src-shared/contract/schemas/flow-statistics.ts'

/** A row of the flow table: the flow, and its statistics once they are there. */
export interface FlowRow {
  flow: Flow
  /** Undefined while they are being counted; a flow without runs and deployments has empty ones. */
  statistics: FlowStatistics | undefined
}

/** Joins flows and statistics. */
export function flowRows(
  flows: readonly Flow[],
  statistics: readonly FlowStatistics[] | undefined,
): FlowRow[] {
  if (!statistics) return flows.map((flow) => ({ flow, statistics: undefined }))
  const byFlow = new Map(statistics.map((one) => [one.flowId, one]))
  return flows.map((flow) => ({ flow, statistics: byFlow.get(flow.id) ?? noneOf(flow.id) }))
}

function noneOf(flowId: string): FlowStatistics {
  return { flowId, deployments: 0, runs: {}, lastRun: null, nextRun: null }
}

/** Number of a flow's runs, in any state. */
export function runCount(statistics: FlowStatistics): number {
  return Object.values(statistics.runs).reduce((sum, count) => sum + count, 0)
}
