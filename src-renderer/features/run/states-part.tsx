import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { StateList } from '../../components/state-list/state-list.tsx'

/** Every state that a flow run went through. */
export function StatesPart({ flowRunId }: { flowRunId: string }): ReactNode {
  const { runPages } = useApi()
  const { data, error } = useQuery({
    ...runPages.readFlowRunStates({ flow_run_id: flowRunId }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ErrorNotice error={error} />
  if (!data) return <SkeletonRows />
  if (data.length === 0) return <EmptyNotice text="This flow run has had no state yet." />
  return <StateList label="States of the flow run" states={data} />
}
