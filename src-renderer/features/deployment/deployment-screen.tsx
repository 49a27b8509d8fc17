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
import { DeploymentPage } from './deployment-page.tsx'

const route = getRouteApi('/deployments/$deploymentId')

/** A deployment's own page. */
export function DeploymentScreen(): ReactNode {
  const { deploymentId } = route.useParams()
  const id = normalUuid(deploymentId)
  return id === null ? <NotThere id={deploymentId} /> : <Read key={id} id={id} />
}

function Read({ id }: { id: string }): ReactNode {
  const { deploymentRows } = useApi()
  const { data, error } = useQuery({
    ...deploymentRows.readDeploymentRows({ filters: { deployments: { id: { any_: [id] } } } }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ErrorNotice error={error} />
  if (data === undefined) return <SkeletonRows />
  const [deployment] = data
  return deployment ? <DeploymentPage deployment={deployment} /> : <NotThere id={id} />
}

function NotThere({ id }: { id: string }): ReactNode {
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader
        of={{ title: 'Deployments', link: screenLink('/deployments') }}
        title="Deployment"
      />
      <EmptyNotice
        text={`This database has no deployment with the id ${id}.`}
        action={{ label: 'Show all deployments', run: () => void navigate({ to: '/deployments' }) }}
      />
    </>
  )
}
