import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { normalUuid } from '../../../src-shared/contract/schemas/prefect-uuid.ts'
import { useApi } from '../../api/api-context.tsx'
import { sourceIds, type TaskInput } from './task-inputs.ts'

/** Of more runs the ids will do. */
const most = 200

/** What is known of a run that an input came from. */
export interface InputRun {
  name: string
  stateType: string | null
  stateName: string | null
}

/** The runs that inputs came from, by their ids; those that are gone are missing. */
export function useInputRuns(inputs: readonly TaskInput[]): ReadonlyMap<string, InputRun> {
  const api = useApi()
  const idsOf = (kind: 'task_run' | 'flow_run'): string[] =>
    sourceIds(inputs, kind)
      .filter((id) => normalUuid(id) !== null)
      .slice(0, most)
  const taskRunIds = idsOf('task_run')
  const flowRunIds = idsOf('flow_run')
  const taskRuns = useQuery({
    ...api.taskRuns.readTaskRuns({ task_runs: { id: { any_: taskRunIds } }, limit: most }),
    placeholderData: keepPreviousData,
    enabled: taskRunIds.length > 0,
  })
  const flowRuns = useQuery({
    ...api.flowRuns.readFlowRuns({ flow_runs: { id: { any_: flowRunIds } }, limit: most }),
    placeholderData: keepPreviousData,
    enabled: flowRunIds.length > 0,
  })
  const found = [...(taskRuns.data ?? []), ...(flowRuns.data ?? [])]
  return new Map(
    found.map(({ id, name, state_type: stateType, state_name: stateName }) => [
      id,
      { name, stateType, stateName },
    ]),
  )
}
