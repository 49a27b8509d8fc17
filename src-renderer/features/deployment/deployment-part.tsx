import { useMemo, type ReactNode } from 'react'
import type { DeploymentRow } from '../../../src-shared/contract/schemas/deployment-row.ts'
import { useApi } from '../../api/api-context.tsx'
import { useStatementsAbout } from '../../api/use-statements-about.ts'
import { DetailSection, DetailSections } from '../../components/detail-section.tsx'
import { PageRest } from '../../components/page-rest.tsx'
import { RawRow } from '../../views/raw-row.tsx'
import { RunHistory } from '../../views/run-history.tsx'
import { RunTable } from '../../views/run-table.tsx'
import { StatementsPanel } from '../../views/statements-panel.tsx'
import { OverviewPart } from './overview-part.tsx'

/** They say the same in every row here. */
const leftOut = ['flow', 'deployment']

/** The part of a deployment's page that its address names. */
export function DeploymentPart(props: { part: string; deployment: DeploymentRow }): ReactNode {
  const { part, deployment } = props
  const { id, name } = deployment
  const base = useMemo(() => ({ deployments: { id: { any_: [id] } } }), [id])
  if (part === 'sql') return <SqlPart id={id} />
  if (part === 'details') {
    return (
      <DetailSections>
        <DetailSection title="Row">
          <RawRow table="deployment" id={id} />
        </DetailSection>
      </DetailSections>
    )
  }
  if (part !== 'runs') return <OverviewPart deployment={deployment} base={base} />
  return (
    <>
      <RunHistory base={base} label={`Runs of ${name} over time`} />
      <PageRest>
        <RunTable
          base={base}
          table="deployment-runs"
          leftOut={leftOut}
          empty="This deployment has no runs yet."
        />
      </PageRest>
    </>
  )
}

function SqlPart({ id }: { id: string }): ReactNode {
  const { deploymentRows } = useApi()
  const ran = useStatementsAbout(id, [deploymentRows.readDeploymentStatistics({})])
  return <StatementsPanel ran={ran} />
}
