import { useQuery } from '@tanstack/react-query'
import type {
  FlowDurations,
  FlowRelations,
  FlowStatistics,
} from '../../../src-shared/contract/schemas/flow-statistics.ts'
import { useApi } from '../../api/api-context.tsx'

/** What the runs of a flow amount to; each undefined while it is counted. */
export interface FlowFigures {
  statistics: FlowStatistics | undefined
  /** Null where no run was completed. */
  durations: FlowDurations | null | undefined
  relations: FlowRelations | undefined
  error: Error | null
}

function of<T extends { flowId: string }>(
  all: readonly T[] | undefined,
  id: string,
): T | undefined {
  return all?.find(({ flowId }) => flowId === id)
}

/** Reads what the runs of a flow amount to. */
export function useFlowFigures(id: string): FlowFigures {
  const { flowStatistics } = useApi()
  const statistics = useQuery(flowStatistics.readFlowStatistics({}))
  const durations = useQuery(flowStatistics.readFlowDurations({}))
  const relations = useQuery(flowStatistics.readFlowRelations({}))
  const none = { flowId: id, deployments: 0, runs: {}, lastRun: null, nextRun: null }
  const alone = { flowId: id, parents: [], children: [] }
  return {
    statistics: statistics.data && (of(statistics.data, id) ?? none),
    durations: durations.data && (of(durations.data, id) ?? null),
    relations: relations.data && (of(relations.data, id) ?? alone),
    error: statistics.error ?? durations.error ?? relations.error,
  }
}
