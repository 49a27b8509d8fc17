import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FlowRunPage } from '../../../src-shared/contract/schemas/run-page.ts'
import { useApi } from '../../api/api-context.tsx'
import { DetailSection, DetailSections } from '../../components/detail-section.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { RelativeTable } from '../../views/relative-table.tsx'

/** The run that a flow run is a subflow of, and the subflow runs that it began. */
export function SubflowsPart({ run }: { run: FlowRunPage }): ReactNode {
  const { runPages } = useApi()
  const { data, error } = useQuery({
    ...runPages.readSubflowRuns({ flow_run_id: run.id }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ErrorNotice error={error} />
  if (!data) return <SkeletonRows />
  if (data.length === 0 && !run.parent) {
    return <EmptyNotice text="This flow run began no subflow runs, and is the subflow of none." />
  }
  return (
    <DetailSections>
      {run.parent && (
        <DetailSection title="Subflow of">
          <RelativeTable label="The parent run" runs={[run.parent]} />
        </DetailSection>
      )}
      {data.length > 0 && (
        <DetailSection title="Subflow runs">
          <RelativeTable label="Subflow runs" runs={data} />
        </DetailSection>
      )}
    </DetailSections>
  )
}
