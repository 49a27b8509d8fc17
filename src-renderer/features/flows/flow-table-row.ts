import type { FlowRow } from '../../../src-shared/contract/schemas/flow-row.ts'
import type {
  FlowDurations,
  FlowHistory,
  FlowRelations,
  FlowStatistics,
} from '../../../src-shared/contract/schemas/flow-statistics.ts'

/** What the runs and deployments of the flows amount to; undefined what is not counted yet. */
export interface FlowFigures {
  statistics: readonly FlowStatistics[] | undefined
  durations: readonly FlowDurations[] | undefined
  histories: readonly FlowHistory[] | undefined
  relations: readonly FlowRelations[] | undefined
}

/** A row of the flow table: the flow, and its figures once they are there. */
export interface FlowTableRow extends FlowRow {
  /** Undefined while they are counted, as the other figures. */
  statistics: FlowStatistics | undefined
  /** Null where no run of it completed. */
  durations: FlowDurations | null | undefined
  history: FlowHistory | undefined
  relations: FlowRelations | undefined
}

/** Looks figures up by flow, and has an empty one for a flow without them. */
function lookup<T extends { flowId: string }, N>(
  all: readonly T[] | undefined,
  none: (flowId: string) => N,
): (flowId: string) => T | N | undefined {
  if (!all) return () => undefined
  const byFlow = new Map(all.map((one) => [one.flowId, one]))
  return (flowId) => byFlow.get(flowId) ?? none(flowId)
}

/** Joins flows and their figures. */
export function flowTableRows(flows: readonly FlowRow[], figures: FlowFigures): FlowTableRow[] {
  const statistics = lookup(figures.statistics, (flowId) => ({
    flowId,
    deployments: 0,
    runs: {},
    lastRun: null,
    nextRun: null,
  }))
  const durations = lookup(figures.durations, () => null)
  const history = lookup(figures.histories, (flowId) => ({ flowId, days: [] }))
  const relations = lookup(figures.relations, (flowId) => ({ flowId, parents: [], children: [] }))
  return flows.map((flow) => ({
    ...flow,
    statistics: statistics(flow.id),
    durations: durations(flow.id),
    history: history(flow.id),
    relations: relations(flow.id),
  }))
}
