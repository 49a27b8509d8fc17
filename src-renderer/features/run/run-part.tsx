import { getRouteApi } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { FlowRunPage, TimelineTask } from '../../../src-shared/contract/schemas/run-page.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { isFinal } from '../../lib/timeline-rows.ts'
import type { Span } from '../../lib/timeline-scale.ts'
import { readLogSearch, withLogSearch } from '../../views/log-panel/log-search.ts'
import { DetailsPart } from './details-part.tsx'
import { LogsPart } from './logs-part.tsx'
import { readTimelineFilter, withTimelineFilter, type RunSearch } from './page-search.ts'
import { SqlPart } from './sql-part.tsx'
import { StatesPart } from './states-part.tsx'
import { SubflowsPart } from './subflows-part.tsx'
import { TimelinePart } from './timeline-part.tsx'

const route = getRouteApi('/runs/$runId')

/** The task runs, as far as they were read. */
export interface TimelineRead {
  data: { tasks: TimelineTask[]; total: number } | undefined
  error: Error | null
}

/** The part of a flow run's page that its address names. */
export function RunPart(props: {
  part: string
  run: FlowRunPage
  timeline: TimelineRead
}): ReactNode {
  const { part, run, timeline } = props
  const search = route.useSearch()
  const navigate = route.useNavigate()
  // Kept here, so that another part in between does not lose it.
  const [look, setLook] = useState<Span | null>(null)
  const change = (write: (before: RunSearch) => RunSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...write(before) }), replace: true })
  const openTaskRun = async (taskRunId: string): Promise<void> => {
    // The way back leads to this row.
    await navigate({ search: (before) => ({ ...before, open: taskRunId }), replace: true })
    await navigate({ to: '/task-runs/$taskRunId', params: { taskRunId } })
  }
  if (part === 'logs') {
    return (
      <LogsPart
        flowRunId={run.id}
        isLive={!isFinal(run.stateType)}
        tasks={timeline.data?.tasks}
        search={readLogSearch(search)}
        onSearch={(asked) => change((before) => withLogSearch(before, asked))}
      />
    )
  }
  if (part === 'states') return <StatesPart flowRunId={run.id} />
  if (part === 'subflows') return <SubflowsPart run={run} />
  if (part === 'details') return <DetailsPart run={run} />
  if (part === 'sql') return <SqlPart flowRunId={run.id} />
  if (timeline.error && !timeline.data) return <ErrorNotice error={timeline.error} />
  if (!timeline.data) return <SkeletonRows />
  return (
    <TimelinePart
      {...timeline.data}
      run={{ start: run.startTime, end: run.endTime }}
      filter={readTimelineFilter(search)}
      onFilter={(filter) => change((before) => withTimelineFilter(before, filter))}
      look={look}
      onLook={setLook}
      first={typeof search.open === 'string' ? search.open : undefined}
      onOpen={(taskRunId) => void openTaskRun(taskRunId)}
    />
  )
}
