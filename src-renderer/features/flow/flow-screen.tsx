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
import { FlowPage } from './flow-page.tsx'

const route = getRouteApi('/flows/$flowId')

/** A flow's own page. */
export function FlowScreen(): ReactNode {
  const { flowId } = route.useParams()
  const id = normalUuid(flowId)
  return id === null ? <NotThere id={flowId} /> : <Read key={id} id={id} />
}

function Read({ id }: { id: string }): ReactNode {
  const { flowRows } = useApi()
  const { data, error } = useQuery({
    ...flowRows.readFlowRow({ flow_id: id }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ErrorNotice error={error} />
  if (data === undefined) return <SkeletonRows />
  return data === null ? <NotThere id={id} /> : <FlowPage flow={data} />
}

function NotThere({ id }: { id: string }): ReactNode {
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader of={{ title: 'Flows', link: screenLink('/flows') }} title="Flow" />
      <EmptyNotice
        text={`This database has no flow with the id ${id}.`}
        action={{ label: 'Show all flows', run: () => void navigate({ to: '/flows' }) }}
      />
    </>
  )
}
