import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { StateList } from '../../components/state-list/state-list.tsx'

/** Every state that a task run went through. */
export function StatesPart({ taskRunId }: { taskRunId: string }): ReactNode {
  const { runPages } = useApi()
  const { data, error } = useQuery({
    ...runPages.readTaskRunStates({ task_run_id: taskRunId }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ErrorNotice error={error} />
  if (!data) return <SkeletonRows />
  if (data.length === 0) return <EmptyNotice text="This task run has had no state yet." />
  return <StateList label="States of the task run" states={data} />
}
