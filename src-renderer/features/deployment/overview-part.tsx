import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DeploymentRow } from '../../../src-shared/contract/schemas/deployment-row.ts'
import { useApi } from '../../api/api-context.tsx'
import { BesideEachOther, DetailSection, DetailSections } from '../../components/detail-section.tsx'
import { ExactMoment } from '../../components/exact-moment.tsx'
import { FactList, type Fact } from '../../components/fact-list.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { Nothing } from '../../components/nothing.tsx'
import type { BaseFilter } from '../../lib/base-filter.ts'
import { unreadableFacts } from '../../views/panel-parts.tsx'
import { ScheduledRuns } from '../../views/scheduled-runs.tsx'
import classes from './deployment.module.css'
import { ScheduleTable } from './schedule-table.tsx'

/** What a deployment runs, when, where and with what. */
export function OverviewPart(props: { deployment: DeploymentRow; base: BaseFilter }): ReactNode {
  const { deployment, base } = props
  const { description } = deployment
  return (
    <DetailSections>
      <BesideEachOther>
        <DetailSection title="Schedules">
          <ScheduleTable deployment={deployment} />
        </DetailSection>
        <DetailSection title="Next scheduled runs">
          <ScheduledRuns base={base} withoutDeployment most={8} />
        </DetailSection>
      </BesideEachOther>
      <BesideEachOther>
        <DetailSection title="Parameters">
          <Parameters deployment={deployment} />
        </DetailSection>
        <DetailSection title="What it runs">
          <FactList facts={[...facts(deployment), ...unreadableFacts(deployment)]} />
        </DetailSection>
      </BesideEachOther>
      <DetailSection title="Description">
        {description ? <p className={classes['description']}>{description}</p> : <Nothing />}
      </DetailSection>
    </DetailSections>
  )
}

function facts(deployment: DeploymentRow): Fact[] {
  const { entrypoint, path, version, collisionStrategy, lastPolled } = deployment
  return [
    { label: 'Entrypoint', value: entrypoint ? <code>{entrypoint}</code> : <Nothing /> },
    { label: 'Path', value: path ? <code>{path}</code> : <Nothing /> },
    { label: 'Version', value: version ?? <Nothing /> },
    { label: 'When the limit is full', value: collisionWords(collisionStrategy) },
    { label: 'Last polled', value: <ExactMoment at={lastPolled} /> },
  ]
}

/** Prefect's `ConcurrencyLimitStrategy` in words; another one as it is stored. */
function collisionWords(strategy: string | null): ReactNode {
  if (strategy === null) return <Nothing />
  if (strategy === 'ENQUEUE') return 'A run waits for a slot'
  return strategy === 'CANCEL_NEW' ? 'A run is cancelled' : strategy
}

/** The row of a list holds only the beginning of long ones. */
function Parameters({ deployment }: { deployment: DeploymentRow }): ReactNode {
  const { runPages } = useApi()
  const { data } = useQuery({
    ...runPages.readRawRow({ table: 'deployment', id: deployment.id }),
    placeholderData: keepPreviousData,
  })
  const whole = data?.find(({ column }) => column === 'parameters')?.text
  return <JsonView label="the parameters" text={whole ?? deployment.parameters} />
}
