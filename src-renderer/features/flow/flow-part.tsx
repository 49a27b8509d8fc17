import { useMemo, type ReactNode } from 'react'
import type { FlowRow } from '../../../src-shared/contract/schemas/flow-row.ts'
import { useApi } from '../../api/api-context.tsx'
import { useStatementsAbout } from '../../api/use-statements-about.ts'
import { DetailSection, DetailSections } from '../../components/detail-section.tsx'
import { PageRest } from '../../components/page-rest.tsx'
import { DeploymentTable } from '../../views/deployment-table.tsx'
import { RawRow } from '../../views/raw-row.tsx'
import { RunHistory } from '../../views/run-history.tsx'
import { RunTable } from '../../views/run-table.tsx'
import { ScheduledRuns } from '../../views/scheduled-runs.tsx'
import { StatementsPanel } from '../../views/statements-panel.tsx'
import classes from './flow.module.css'

/** It says the same in every row here. */
const leftOut = ['flow']

/** The part of a flow's page that its address names. */
export function FlowPart({ part, flow }: { part: string; flow: FlowRow }): ReactNode {
  const base = useMemo(() => ({ flows: { id: { any_: [flow.id] } } }), [flow.id])
  if (part === 'sql') return <SqlPart id={flow.id} />
  if (part === 'details') {
    return (
      <DetailSections>
        <DetailSection title="Row">
          <RawRow table="flow" id={flow.id} />
        </DetailSection>
      </DetailSections>
    )
  }
  if (part === 'deployments') {
    return (
      <>
        <PageRest>
          <DeploymentTable
            base={base}
            table="flow-deployments"
            leftOut={leftOut}
            empty="This flow has no deployments."
          />
        </PageRest>
        <section className={classes['scheduled']} aria-label="Next scheduled runs">
          <h2>Next scheduled runs</h2>
          <ScheduledRuns base={base} />
        </section>
      </>
    )
  }
  return (
    <>
      <RunHistory base={base} label={`Runs of ${flow.name} over time`} />
      <PageRest>
        <RunTable
          base={base}
          table="flow-runs"
          leftOut={leftOut}
          empty="This flow has no runs yet."
        />
      </PageRest>
    </>
  )
}

function SqlPart({ id }: { id: string }): ReactNode {
  const { flowStatistics } = useApi()
  const ran = useStatementsAbout(id, [
    flowStatistics.readFlowStatistics({}),
    flowStatistics.readFlowDurations({}),
    flowStatistics.readFlowRelations({}),
  ])
  return <StatementsPanel ran={ran} />
}
