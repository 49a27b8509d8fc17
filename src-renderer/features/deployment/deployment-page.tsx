import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { DeploymentRow } from '../../../src-shared/contract/schemas/deployment-row.ts'
import { CopyMenu, type CopyItem } from '../../components/copy-menu.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageTabs, partOf } from '../../components/page-tabs.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { pageLink } from '../../lib/page-link.ts'
import { withPart } from '../../lib/page-part.ts'
import { prefectCommand } from '../../lib/prefect-command.ts'
import { linkTo, screenLink } from '../../lib/screen-link.ts'
import { DeploymentFacts } from './deployment-facts.tsx'
import { DeploymentPart } from './deployment-part.tsx'

const route = getRouteApi('/deployments/$deploymentId')

const tabs = [
  { id: 'overview', title: 'Overview' },
  { id: 'runs', title: 'Runs' },
  { id: 'details', title: 'Details' },
  { id: 'sql', title: 'SQL' },
]

/** What is known of a deployment, in parts. */
export function DeploymentPage({ deployment }: { deployment: DeploymentRow }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const part = partOf(tabs, search.part)
  return (
    <>
      <PageHeader
        of={{ title: 'Deployments', link: screenLink('/deployments') }}
        title={deployment.name}
        beside={<ShortId id={deployment.id} />}
      >
        <CopyMenu items={copies(deployment)} />
      </PageHeader>
      <DeploymentFacts deployment={deployment} />
      <PageTabs
        label="Parts of the deployment"
        tabs={tabs}
        part={part}
        onPart={(next) => void navigate({ search: (before) => withPart(before, part, next) })}
      >
        <DeploymentPart part={part} deployment={deployment} />
      </PageTabs>
    </>
  )
}

function copies({ id, name, flowName }: DeploymentRow): CopyItem[] {
  const plain = [
    { title: 'Name', text: name },
    { title: 'Id', text: id },
    { title: 'Link', text: pageLink(linkTo.deployment(id)) },
  ]
  if (flowName === null) return plain
  return [
    ...plain,
    { title: 'prefect deployment inspect', text: prefectCommand.inspectDeployment(flowName, name) },
    { title: 'prefect deployment run', text: prefectCommand.runDeployment(flowName, name) },
  ]
}
