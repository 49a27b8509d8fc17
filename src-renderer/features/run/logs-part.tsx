import { useMemo, type ReactNode } from 'react'
import type { TimelineTask } from '../../../src-shared/contract/schemas/run-page.ts'
import { LogPanel } from '../../views/log-panel/log-panel.tsx'
import type { LogSearch } from '../../views/log-panel/log-search.ts'

/** The log lines of a flow run and of its task runs. */
export function LogsPart(props: {
  flowRunId: string
  isLive: boolean
  tasks: readonly TimelineTask[] | undefined
  search: LogSearch
  onSearch: (change: Partial<LogSearch>) => void
}): ReactNode {
  const { flowRunId, isLive, tasks, search, onSearch } = props
  const names = useMemo(() => new Map(tasks?.map(({ id, name }) => [id, name])), [tasks])
  const taskName = useMemo(
    () => (taskRunId: string) => names.get(taskRunId) ?? taskRunId.slice(0, 8),
    [names],
  )
  return (
    <LogPanel
      of={{ flow_run_id: { any_: [flowRunId] } }}
      isLive={isLive}
      search={search}
      onSearch={onSearch}
      taskName={taskName}
    />
  )
}
