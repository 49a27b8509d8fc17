import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { normalUuid } from '../../../src-shared/contract/schemas/prefect-uuid.ts'
import { useApi } from '../../api/api-context.tsx'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { screenLink } from '../../lib/screen-link.ts'
import { TaskRunPage } from './task-run-page.tsx'

const route = getRouteApi('/task-runs/$taskRunId')

/** A task run's own page. */
export function TaskRunScreen(): ReactNode {
  const { taskRunId } = route.useParams()
  const id = normalUuid(taskRunId)
  return id === null ? <NotThere id={taskRunId} /> : <Read key={id} id={id} />
}

function Read({ id }: { id: string }): ReactNode {
  const { runPages } = useApi()
  const { data, error } = useQuery({
    ...runPages.readTaskRunPage({ task_run_id: id }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ErrorNotice error={error} />
  if (data === undefined) return <SkeletonRows />
  return data === null ? <NotThere id={id} /> : <TaskRunPage taskRun={data} />
}

function NotThere({ id }: { id: string }): ReactNode {
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader of={{ title: 'Runs', link: screenLink('/runs') }} title="Task run" />
      <EmptyNotice
        text={`This database has no task run with the id ${id}.`}
        action={{ label: 'Show all runs', run: () => void navigate({ to: '/runs' }) }}
      />
    </>
  )
}
